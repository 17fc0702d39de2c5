"""Whose word counts as that of a government, and who sees the letter for it."""

from sinergi.agree.access.gates import HEADS
from sinergi.agree.access.recommendations import keeps_papers
from sinergi.agree.models import Mandate, Recommendation
from sinergi.agree.rules import Edit
from sinergi.convene.access import chairs, is_secretariat
from sinergi.convene.models import Meeting
from sinergi.core.access import heads, of_government
from sinergi.core.models import Membership, Place


def mandate_of(by: Membership | None, meeting: Meeting) -> Mandate | None:
    """The letter by which this office answers for its head in the meeting."""
    if by is None or HEADS(by):
        return None
    return Mandate.objects.filter(meeting=meeting, holder=by, ended_at=None).first()


def answers_in(by: Membership | None, meeting: Meeting) -> bool:
    """Whose word counts as that of a member government: its head, or the holder of a
    mandate for this meeting."""
    return (
        by is not None
        and (HEADS(by) or mandate_of(by, meeting) is not None)
        and meeting.forum.seats.filter(government=by.government_id).exists()
    )


def may_answer(by: Membership | None, recommendation: Recommendation) -> bool:
    """Who answers for a member government, while answers are open."""
    return recommendation.is_open_to_positions and answers_in(
        by, recommendation.meeting
    )


def may_dispute(by: Membership | None, recommendation: Recommendation) -> bool:
    """Take an editorial edit for one of substance."""
    return may_answer(by, recommendation) and (
        Edit(recommendation.current.edit) is Edit.EDITORIAL
    )


def may_give_mandate(
    by: Membership | None, meeting: Meeting, government: Place
) -> bool:
    """The head for its own government, or the secretariat that saw the letter."""
    return is_secretariat(by, meeting.forum) or heads(by, government)


def may_read_mandate(by: Membership | None, mandate: Mandate) -> bool:
    """The letter names people: its own government, who checks it, who chairs."""
    return (
        keeps_papers(by, mandate.meeting)
        or chairs(by, mandate.meeting)
        or of_government(by, mandate.government)
    )
