"""A button pressed twice: what stands already is not done a second time.

`StandsAlready` is told by the door middleware, which leads to the page above the step,
where what came of it is seen.
"""

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sinergi.core import deeds
from sinergi.core.models import LedgerEvent
from sinergi.core.refusal import StandsAlready


def refuse_again(
    target: models.Model, reference: str, *actions: str, reason: str | None = None
) -> None:
    """Refuse a step that stands, saying when it was taken and by which office.

    The act asks only in a state such a step leads to. With `reason`, only the step
    that was taken in the same words is the same.
    """
    events = LedgerEvent.objects.filter(
        object_kind=target._meta.label_lower,
        object_reference=reference,
        action__in=actions,
    )
    event = events.select_related("by__government").order_by("-seq").first()
    if event and reason in (None, event.reason):
        raise StandsAlready(_told(event), target)


def _told(event: LedgerEvent) -> str:
    told = {
        "deed": deeds.word(event),
        "moment": date_format(timezone.localtime(event.at), "DATETIME_FORMAT"),
        "office": event.by,
    }
    if event.by is None:
        return _("This was done already: “%(deed)s”, %(moment)s.") % told
    return _("This was done already: “%(deed)s”, %(moment)s, by %(office)s.") % told
