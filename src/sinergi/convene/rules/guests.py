"""A guest without an account: a personal link, for one meeting, until it is over."""

from datetime import datetime

from sinergi.convene.rules.meeting import MeetingState

# Of a link: long enough that guessing is hopeless, short enough for a phone.
TOKEN_BYTES = 24


def takes_guests(state: MeetingState) -> bool:
    """Nobody is let in before the invitation, nor after the closing."""
    return state in (MeetingState.INVITED, MeetingState.RUNNING)


def link_holds(
    state: MeetingState, *, at: datetime, until: datetime, revoked: bool
) -> bool:
    """Until the end of the last day or the closing, whichever is first."""
    return takes_guests(state) and at < until and not revoked
