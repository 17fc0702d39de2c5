"""Who may do what with an amendment."""

from sinergi.agree.access.recommendations import may_read_papers
from sinergi.agree.access.speaking import answers_in
from sinergi.agree.models import Amendment, Recommendation
from sinergi.agree.models.recommendations import only_at_desk
from sinergi.agree.rules import (
    OPEN_TO_AMENDMENTS,
    AmendmentAction,
    AmendmentActor,
    AmendmentState,
    State,
    may_move,
)
from sinergi.convene.access import WORKERS, chairs, chairs_group, sees
from sinergi.core.access import heads, of_government, roles
from sinergi.core.models import Membership
from sinergi.core.rules import Role

_SPEAKING = roles(Role.OPERATOR, Role.HEAD)


def amendment_actors(
    by: Membership | None, amendment: Amendment
) -> frozenset[AmendmentActor]:
    """Everyone this office is to the amendment."""
    found: set[AmendmentActor] = set()
    if by is None or not WORKERS(by):
        return frozenset()
    leads_group = chairs_group(by, amendment.recommendation.session)
    if leads_group:
        found.add(AmendmentActor.GROUP_CHAIR)
    if chairs(by, amendment.recommendation.meeting):
        found.add(AmendmentActor.CHAIR)
    if of_government(by, amendment.proposer) and (_SPEAKING(by) or leads_group):
        found.add(AmendmentActor.AUTHOR)
    if heads(by, amendment.proposer):
        found.add(AmendmentActor.AUTHOR_HEAD)
    return frozenset(found)


def may_amend(by: Membership | None, recommendation: Recommendation) -> bool:
    """Propose other words: operators and heads of member governments, and the chair of
    the group; at the desk people are checked in and nothing is drafted."""
    meeting = recommendation.meeting
    if by is None or State(recommendation.state) not in OPEN_TO_AMENDMENTS:
        return False
    if only_at_desk(by).filter(pk=meeting.pk).exists():
        return False
    is_member = meeting.forum.seats.filter(government=by.government_id).exists()
    return sees(by, meeting) and (
        (is_member and _SPEAKING(by)) or chairs_group(by, recommendation.session)
    )


def may_move_amendment(
    by: Membership | None, amendment: Amendment, action: AmendmentAction
) -> bool:
    """Whether this office takes this step from the state it is in."""
    state = AmendmentState(amendment.state)
    return may_move(state, action, amendment_actors(by, amendment))


def may_rewrite(by: Membership | None, amendment: Amendment) -> bool:
    """Its author, while it is a draft or as long as the group has not decided."""
    if AmendmentState(amendment.state) is AmendmentState.DRAFT:
        return AmendmentActor.AUTHOR in amendment_actors(by, amendment)
    return may_move_amendment(by, amendment, AmendmentAction.REBASE)


def may_read_amendment(by: Membership | None, amendment: Amendment) -> bool:
    """Who works on the recommendation; a draft only its government and the chairs."""
    if not may_read_papers(by, amendment.recommendation):
        return False
    is_draft = AmendmentState(amendment.state) is AmendmentState.DRAFT
    return (
        not is_draft
        or bool(amendment_actors(by, amendment))
        or of_government(by, amendment.proposer)
    )


def may_object(by: Membership | None, amendment: Amendment) -> bool:
    """A government says that it does not want the amendment of another."""
    return (
        amendment.is_before_the_group
        and by is not None
        and by.government_id != amendment.proposer_id
        and answers_in(by, amendment.recommendation.meeting)
    )
