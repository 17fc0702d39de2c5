"""What following up forbids the stages before it."""

from django.utils.translation import gettext as _

from sinergi.act.models import Commitment
from sinergi.agree.models import RecordOfAgreement
from sinergi.core.introductions import Veto


def against_voiding(record: RecordOfAgreement) -> str:
    """Follow-up plans rest on a locked berita acara."""
    if not Commitment.objects.filter(recommendation__meeting=record.meeting).exists():
        return ""
    return _(
        "Governments have begun follow-up plans (RTL) on this berita acara, so it is "
        "not declared void. Correct it by an addendum."
    )


VETOES = (Veto("void_record", against_voiding),)
