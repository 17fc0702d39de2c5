"""Who may do what with a recommendation, its words and its papers."""

from datetime import datetime

from sinergi.agree import rules
from sinergi.agree.models import Recommendation, RecordOfAgreement, Version
from sinergi.agree.models.recommendations import only_at_desk
from sinergi.agree.rules import OPEN_TO_WRITING, Action, Actor, State, may_step
from sinergi.convene.access import (
    WORKERS,
    chairs,
    chairs_group,
    is_secretariat,
    sees,
    takes_minutes,
)
from sinergi.convene.models import CommitteeMember, Meeting
from sinergi.convene.rules import CommitteeRole
from sinergi.core.access import heads, of_government, roles
from sinergi.core.models import Membership
from sinergi.core.rules import Role

_PROPOSING = roles(Role.OPERATOR, Role.HEAD, Role.SECRETARIAT)


def actors(by: Membership | None, recommendation: Recommendation) -> frozenset[Actor]:
    """Everyone this office is to the recommendation."""
    found: set[Actor] = set()
    if by is None or not WORKERS(by):
        return frozenset()
    leads_group = chairs_group(by, recommendation.session)
    if leads_group:
        found.add(Actor.GROUP_CHAIR)
    if chairs(by, recommendation.meeting):
        found.add(Actor.CHAIR)
    if of_government(by, recommendation.proposer) and (_PROPOSING(by) or leads_group):
        found.add(Actor.PROPOSER)
    if heads(by, recommendation.proposer):
        found.add(Actor.PROPOSING_HEAD)
    if is_secretariat(by, recommendation.meeting.forum):
        found.add(Actor.SECRETARIAT)
    return frozenset(found)


def may(by: Membership | None, recommendation: Recommendation, action: Action) -> bool:
    """Whether this office takes this step from the state it is in."""
    state = State(recommendation.state)
    ratified = recommendation.meeting.ratification
    return may_step(state, action, actors(by, recommendation), ratified)


def takes(
    by: Membership | None, recommendation: Recommendation, action: Action
) -> bool:
    """Whether the step is one of this office, whatever the state is by now."""
    return rules.takes(action, actors(by, recommendation))


def may_read(by: Membership | None, recommendation: Recommendation) -> bool:
    return recommendation.is_adopted or may_read_papers(by, recommendation)


def may_read_papers(by: Membership | None, recommendation: Recommendation) -> bool:
    """Its drafts and earlier versions; the public reads only what was adopted."""
    if by is None:
        return False
    papers = Recommendation.objects.worked_on_by(by)
    return papers.filter(pk=recommendation.pk).exists()


def may_read_version(by: Membership | None, version: Version) -> bool:
    recommendation = version.recommendation
    is_agreed = recommendation.is_adopted and version.pk == recommendation.current.pk
    return is_agreed or may_read_papers(by, recommendation)


def may_read_positions(by: Membership | None, recommendation: Recommendation) -> bool:
    """The public reads them in the berita acara, so only once that is locked."""
    record = record_of(recommendation.meeting)
    if record and record.is_locked and recommendation.is_adopted:
        return True
    return (
        by is not None
        and WORKERS(by)
        and (
            may_read(by, recommendation)
            and (
                sees(by, recommendation.meeting)
                or of_government(by, recommendation.proposer)
                or by.is_a(Role.INSPECTORATE)
            )
        )
    )


def may_draft(by: Membership | None, meeting: Meeting) -> bool:
    """Operators and heads of the forum, its secretariat, and the chairs of groups; at
    the desk people are checked in and nothing is drafted."""
    if by is None or not sees(by, meeting):
        return False
    if only_at_desk(by).filter(pk=meeting.pk).exists():
        return False
    if by.is_a(Role.SECRETARIAT):
        return is_secretariat(by, meeting.forum)
    leads = CommitteeMember.objects.filter(
        meeting=meeting, person=by.person_id, role=CommitteeRole.GROUP_CHAIR.value
    )
    return by.is_a(Role.OPERATOR, Role.HEAD) or leads.exists()


def may_write(by: Membership | None, recommendation: Recommendation) -> bool:
    """Its words: a draft belongs to who proposes it, later it is the group's, whose
    chair, minute-taker and secretariat write down what the group says."""
    state = State(recommendation.state)
    if state not in OPEN_TO_WRITING:
        return False
    if state is State.DRAFT:
        return Actor.PROPOSER in actors(by, recommendation)
    return keeps_texts(by, recommendation) or (
        Actor.GROUP_CHAIR in actors(by, recommendation)
    )


def keeps_texts(by: Membership | None, recommendation: Recommendation) -> bool:
    """Secretariat and minute-taker: they write down what is said in the hall."""
    return keeps_papers(by, recommendation.meeting)


def keeps_papers(by: Membership | None, meeting: Meeting) -> bool:
    return is_secretariat(by, meeting.forum) or takes_minutes(by, meeting)


def may_record(by: Membership | None, recommendation: Recommendation) -> bool:
    return recommendation.is_open_to_positions and keeps_texts(by, recommendation)


def keeps_record(by: Membership | None, meeting: Meeting) -> bool:
    """Who drafts and locks the berita acara and makes the pedoman from it."""
    return is_secretariat(by, meeting.forum)


def may_read_report(by: Membership | None, meeting: Meeting, *, sent: bool) -> bool:
    """A draft is the secretariat's; what was sent is read by its own government."""
    if keeps_record(by, meeting):
        return True
    own = by is not None and by.government_id == meeting.forum.coordinator_id
    return sent and own and roles(Role.HEAD, Role.INSPECTORATE)(by)


def record_of(meeting: Meeting) -> RecordOfAgreement | None:
    return RecordOfAgreement.objects.filter(meeting=meeting).first()


def is_locked(meeting: Meeting) -> bool:
    record = record_of(meeting)
    return record is not None and record.is_locked


def may_read_handling(
    by: Membership | None, recommendation: Recommendation, now: datetime
) -> bool:
    """The secretariat and the chairs at once, the others from the day it states."""
    if not recommendation.handling:
        return False
    visible_at = recommendation.handling_visible_at
    return (
        (visible_at is not None and now >= visible_at)
        or is_secretariat(by, recommendation.meeting.forum)
        or leads(by, recommendation)
    )


def leads(by: Membership | None, recommendation: Recommendation) -> bool:
    """The chair of its group or of the meeting."""
    return chairs_group(by, recommendation.session) or chairs(
        by, recommendation.meeting
    )
