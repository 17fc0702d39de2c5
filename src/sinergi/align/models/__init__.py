"""Tables of aligning."""

from sinergi.align.models.help import HelpAnswer, HelpRequest
from sinergi.align.models.nomenclature import NomenclatureCode
from sinergi.align.models.plans import Partner, Plan
from sinergi.align.models.programmes import (
    MandateDocument,
    Obligation,
    Programme,
    ProgrammeTarget,
)
from sinergi.align.models.sheets import PlanSheet

__all__ = [
    "HelpAnswer",
    "HelpRequest",
    "MandateDocument",
    "NomenclatureCode",
    "Obligation",
    "Partner",
    "Plan",
    "PlanSheet",
    "Programme",
    "ProgrammeTarget",
]
