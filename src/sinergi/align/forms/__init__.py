"""Forms of aligning, one module a subject."""

from sinergi.align.forms.describing import DescriptionForm
from sinergi.align.forms.help import AnswerForm, AskForm, ReasonForm
from sinergi.align.forms.plans import (
    CODES_OFFERED,
    ChangePlanForm,
    NewPlanForm,
    PartnerForm,
    WithdrawForm,
)
from sinergi.align.forms.programmes import (
    MandateForm,
    ObligationForm,
    ProgrammeForm,
    TargetForm,
    YearsForm,
)
from sinergi.align.forms.sheets import BringForm, ConfirmForm

__all__ = [
    "CODES_OFFERED",
    "AnswerForm",
    "AskForm",
    "BringForm",
    "ChangePlanForm",
    "ConfirmForm",
    "DescriptionForm",
    "MandateForm",
    "NewPlanForm",
    "ObligationForm",
    "PartnerForm",
    "ProgrammeForm",
    "ReasonForm",
    "TargetForm",
    "WithdrawForm",
    "YearsForm",
]
