"""Who may do what with a pedoman."""

from sinergi.agree.models import Guideline
from sinergi.agree.rules import (
    GuidelineAction,
    GuidelineActor,
    GuidelineState,
    may_take,
)
from sinergi.convene.access import WORKERS, is_secretariat, sees
from sinergi.core.access import roles
from sinergi.core.models import Membership
from sinergi.core.rules import Role

_SPEAKING = roles(Role.OPERATOR, Role.HEAD)


def guideline_actors(
    by: Membership | None, guideline: Guideline
) -> frozenset[GuidelineActor]:
    """Everyone this office is to the pedoman."""
    if by is None:
        return frozenset()
    forum = guideline.meeting.forum
    found: set[GuidelineActor] = set()
    if is_secretariat(by, forum):
        found.add(GuidelineActor.SECRETARIAT)
    if _SPEAKING(by) and forum.seats.filter(government=by.government_id).exists():
        found.add(GuidelineActor.MEMBER)
    return frozenset(found)


def may_take_guideline(
    by: Membership | None, guideline: Guideline, action: GuidelineAction
) -> bool:
    """Whether the step is one of this office, in the state the pedoman is in."""
    state = GuidelineState(guideline.state)
    return may_take(state, action, guideline_actors(by, guideline))


def may_read_review(by: Membership | None, guideline: Guideline) -> bool:
    """From the first review on, everyone who works on the meeting or inspects it."""
    if by is None or not WORKERS(by):
        return False
    if is_secretariat(by, guideline.meeting.forum):
        return True
    inspects = by.is_a(Role.INSPECTORATE, Role.REVIEWER) and (
        guideline.meeting.forum.seats.filter(government=by.government_id).exists()
    )
    return guideline.reviews > 0 and (sees(by, guideline.meeting) or inspects)
