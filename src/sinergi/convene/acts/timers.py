"""The clock of an agenda item: started, paused, set back."""

from datetime import datetime

from django.utils.translation import gettext as _

from sinergi.convene import guards
from sinergi.convene.models import AgendaItem, Timer
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.models import Membership
from sinergi.core.refusal import Refusal


class StandsStill(Refusal):
    """The clock does not run."""


@act
def start_timer(item: AgendaItem, *, by: Membership, at: datetime) -> Timer:
    """Start or go on; a session has one running clock, so the others of it stop."""
    guards.operates(item.session.meeting, by)
    timer, _new = Timer.objects.get_or_create(item=item)
    if timer.started_at:
        return timer
    others = Timer.objects.filter(item__session=item.session, started_at__isnull=False)
    for other in others:
        _stop(other, at)
    timer.started_at = at
    timer.save()
    _record("start_timer", timer, by=by, at=at)
    return timer


@act
def pause_timer(item: AgendaItem, *, by: Membership, at: datetime) -> Timer:
    guards.operates(item.session.meeting, by)
    timer = Timer.objects.filter(item=item, started_at__isnull=False).first()
    if timer is None:
        raise StandsStill(_("The clock of “%(item)s” does not run.") % {"item": item})
    _stop(timer, at)
    _record("pause_timer", timer, by=by, at=at)
    return timer


@act
def reset_timer(item: AgendaItem, *, by: Membership, at: datetime) -> Timer:
    """Back to the whole of its minutes, standing still."""
    guards.operates(item.session.meeting, by)
    timer, _new = Timer.objects.get_or_create(item=item)
    timer.spent_seconds, timer.started_at = 0, None
    timer.save()
    _record("reset_timer", timer, by=by, at=at)
    return timer


def _stop(timer: Timer, at: datetime) -> None:
    timer.spent_seconds = int(timer.clock.used(at).total_seconds())
    timer.started_at = None
    timer.save()


def _record(action: str, timer: Timer, *, by: Membership, at: datetime) -> None:
    session = timer.item.session
    ledger.record(
        action,
        timer,
        reference=f"{session.meeting.slug}/{session.pk}/{timer.pk}",
        by=by,
        at=at,
        after=guards.text({"spent_seconds": timer.spent_seconds}),
    )
