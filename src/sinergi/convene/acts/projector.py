"""What hangs on the wall: now, next, nothing; and links to the wall."""

from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sinergi.convene import access, guards
from sinergi.convene.models import Meeting, Projection, ProjectorKey
from sinergi.convene.rules import Hung, Subject
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.again import refuse_again
from sinergi.core.models import Membership
from sinergi.core.refusal import Refusal
from sinergi.core.rules import deadline


class NothingNext(Refusal):
    """Nothing was chosen to come next."""


class NothingShown(Refusal):
    """The wall is empty already."""


class KeyOutsideDays(Refusal):
    """A projector link lasts at most until the last day of its meeting."""


@act
def choose_next(
    meeting: Meeting, subject: Subject, *, title: str, by: Membership, at: datetime
) -> Projection:
    """Put something up as next; what was next before steps back."""
    guards.operates(meeting, by)
    meeting.projections.filter(hung=Hung.NEXT.value).delete()
    chosen = Projection.objects.create(
        meeting=meeting, subject=str(subject), title=title[:300], by=by
    )
    _record("choose_next", chosen, by=by, at=at)
    return chosen


@act
def show_on_projector(
    meeting: Meeting, subject: Subject, *, title: str, by: Membership, at: datetime
) -> Projection:
    """Show something at once; pressed twice, it is shown once."""
    guards.operates(meeting, by)
    now = meeting.projections.now()
    if now and now.subject == str(subject):
        return now
    meeting.projections.filter(hung=Hung.NEXT.value, subject=str(subject)).delete()
    shown = Projection(meeting=meeting, subject=str(subject), title=title[:300])
    return _hang(shown, by=by, at=at)


@act
def show_next(meeting: Meeting, *, by: Membership, at: datetime) -> Projection:
    """What was chosen to come next goes on the wall."""
    guards.operates(meeting, by)
    chosen = meeting.projections.next()
    if chosen is None:
        raise NothingNext(
            _("Nothing is chosen to come next. Choose something from the list first.")
        )
    return _hang(chosen, by=by, at=at)


@act
def clear_projector(meeting: Meeting, *, by: Membership, at: datetime) -> Projection:
    """Take down what is shown; the wall says only which meeting this is."""
    guards.operates(meeting, by)
    taken = _take_down(meeting, at)
    if taken is None:
        raise NothingShown(_("The projector shows nothing already."))
    _record("clear_projector", taken, by=by, at=at)
    return taken


@act
def make_projector_key(
    meeting: Meeting, *, last_day: date, by: Membership, at: datetime
) -> ProjectorKey:
    """Make a link for a laptop in the hall, good until the end of a day."""
    guards.operates(meeting, by)
    first = meeting.today(at)
    if not first <= last_day <= meeting.ends_on:
        raise KeyOutsideDays(
            _(
                "The link can last from today, %(first)s, to the last day of the "
                "meeting, %(last)s."
            )
            % {"first": date_format(first), "last": date_format(meeting.ends_on)}
        )
    key = ProjectorKey.objects.create(
        meeting=meeting,
        made_at=at,
        by=by,
        expires_at=deadline(last_day, 0, meeting.zone),
    )
    _record_key("make_projector_key", key, by=by, at=at)
    return key


@act
def revoke_projector_key(
    key: ProjectorKey, *, by: Membership, at: datetime
) -> ProjectorKey:
    """From now on the link shows the public wall only."""
    guards.latest(key.meeting)
    guards.must(
        access.operates(by, key.meeting),
        guards.operators_only(),
    )
    guards.of_this_world(by, key.meeting)
    key.refresh_from_db()
    if key.revoked_at:
        refuse_again(key, f"{key.meeting.slug}/{key.pk}", "revoke_projector_key")
    key.revoked_at = at
    key.save(update_fields=["revoked_at"])
    _record_key("revoke_projector_key", key, by=by, at=at)
    return key


def _hang(shown: Projection, *, by: Membership, at: datetime) -> Projection:
    before = _take_down(shown.meeting, at)
    shown.hung, shown.by, shown.shown_at = Hung.CURRENT.value, by, at
    shown.save()
    _record("show_on_projector", shown, by=by, at=at, before=before)
    return shown


def _take_down(meeting: Meeting, at: datetime) -> Projection | None:
    now = meeting.projections.now()
    if now:
        now.hung, now.taken_off_at = Hung.PAST.value, at
        now.save()
    return now


def _record(
    action: str,
    projection: Projection,
    *,
    by: Membership,
    at: datetime,
    before: Projection | None = None,
) -> None:
    # The title may be of a text that is not public: its key says enough.
    ledger.record(
        action,
        projection,
        reference=f"{projection.meeting.slug}/{projection.pk}",
        by=by,
        at=at,
        before={"subject": before.subject} if before else None,
        after={"subject": projection.subject, "hung": projection.hung},
    )


def _record_key(
    action: str, key: ProjectorKey, *, by: Membership, at: datetime
) -> None:
    ledger.record(
        action,
        key,
        reference=f"{key.meeting.slug}/{key.pk}",
        by=by,
        at=at,
        after={"expires_at": key.expires_at.isoformat()},
    )
