"""What every act on a meeting asks first: is it yours, and may it still change?"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from sinergi.convene import access, rules, words
from sinergi.convene.models import Meeting
from sinergi.convene.rules import MeetingState, Part
from sinergi.core.again import refuse_again
from sinergi.core.models import Membership
from sinergi.core.refusal import NotAllowed, Refusal
from sinergi.core.rules import Provenance


class Reported(Refusal):
    """A meeting told from reports cannot be acted on."""


class OtherWorld(Refusal):
    """A simulated account met a real meeting, or the other way round."""


class NotNow(Refusal):
    """The state of the meeting does not allow this."""


class WithoutReason(Refusal):
    """This needs its reason in words."""


# How the ledger calls the steps that lead into a state.
STEPS: Mapping[MeetingState, tuple[str, ...]] = {
    MeetingState.DRAFT: (),
    MeetingState.INVITED: ("send_invitation",),
    MeetingState.RUNNING: ("open_meeting", "reopen_meeting"),
    MeetingState.CLOSED: ("close_meeting",),
    MeetingState.MINUTES_APPROVED: ("approve_minutes",),
}


def latest(meeting: Meeting) -> None:
    """Read the meeting again under a lock, so that two acts cannot cross."""
    try:
        meeting.refresh_from_db(from_queryset=Meeting.objects.select_for_update())
    except Meeting.DoesNotExist as error:
        raise NotNow(
            _("The draft “%(meeting)s” was discarded meanwhile.") % {"meeting": meeting}
        ) from error


def must(allowed: bool, message: str | Promise) -> None:
    if not allowed:
        raise NotAllowed(message)


def of_this_world(by: Membership, meeting: Meeting) -> None:
    if meeting.is_published:
        raise Reported(
            _(
                "“%(meeting)s” is told from what was reported about it; nothing can "
                "be changed or decided in it here."
            )
            % {"meeting": meeting}
        )
    if by.provenance is not Provenance(meeting.provenance):
        raise OtherWorld(
            _(
                "“%(meeting)s” is simulated and your account is not, or the other way "
                "round. Simulated and real content never mix."
            )
            % {"meeting": meeting}
        )


def secretariat_changes(part: Part, meeting: Meeting, by: Membership) -> None:
    """The secretariat changes this part, while the state allows it."""
    latest(meeting)
    must(access.is_secretariat(by, meeting.forum), secretariat_only())
    may_change(part, meeting, by)


def may_change(part: Part, meeting: Meeting, by: Membership) -> None:
    of_this_world(by, meeting)
    state = MeetingState(meeting.state)
    if not rules.may_change(part, state):
        raise NotNow(
            _("“%(meeting)s” is %(state)s: %(part)s can no longer be changed.")
            % {
                "meeting": meeting,
                "state": words.STATE[state],
                "part": words.PART[part],
            }
        )


def operates(meeting: Meeting, by: Membership) -> None:
    """An operator, from the invitation until the meeting is closed."""
    latest(meeting)
    must(access.operates(by, meeting), operators_only())
    of_this_world(by, meeting)
    state = MeetingState(meeting.state)
    if not rules.open_to_operators(state):
        raise NotNow(
            _(
                "“%(meeting)s” is %(state)s. The projector is operated from the "
                "invitation until the meeting is closed."
            )
            % {"meeting": meeting, "state": words.STATE[state]}
        )


def steps(meeting: Meeting, wanted: MeetingState, by: Membership) -> None:
    """The step from one state to the next is in the table."""
    of_this_world(by, meeting)
    state = MeetingState(meeting.state)
    if state is wanted:
        refuse_again(meeting, meeting.slug, *STEPS[wanted])
        raise NotNow(
            _("“%(meeting)s” is already %(state)s; nothing was done a second time.")
            % {"meeting": meeting, "state": words.STATE[state]}
        )
    if not rules.may_become(state, wanted):
        raise NotNow(
            _("“%(meeting)s” is %(state)s; it cannot become %(wanted)s from there.")
            % {
                "meeting": meeting,
                "state": words.STATE[state],
                "wanted": words.STATE[wanted],
            }
        )


def with_reason(reason: str) -> str:
    if not reason.strip():
        raise WithoutReason(_("Write the reason in a few words; it stays on record."))
    return reason.strip()


def secretariat_only() -> str:
    return _("Only the secretariat of the coordinating government does this.")


def chair_only() -> str:
    return _("Only the chair named in the committee list opens and closes the meeting.")


def circulation_only() -> str:
    return _(
        "Only the chair named in the committee list and the secretariat extend and "
        "close the circulation."
    )


def operators_only() -> str:
    return _(
        "Only the secretariat, and the chair, secretary, minute-taker and projector "
        "operator of this meeting operate the projector."
    )


def minute_taker_only() -> str:
    return _(
        "Only the minute-taker named in the committee list writes the minutes. The "
        "secretariat can name itself there."
    )


def documents_only() -> str:
    return _(
        "Only the secretariat, and the chair, secretary and minute-taker of this "
        "meeting put documents to an agenda item."
    )


def text(values: Mapping[str, object]) -> dict[str, str]:
    """Values as the ledger keeps them."""
    return {key: "" if value is None else str(value) for key, value in values.items()}
