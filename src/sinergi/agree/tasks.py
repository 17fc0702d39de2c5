"""What is due from a membership in agreeing."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sinergi.agree import access, paper_tasks, queries
from sinergi.agree.circulating import in_writing
from sinergi.agree.models import (
    Amendment,
    ConsentList,
    Mandate,
    Recommendation,
)
from sinergi.agree.models.recommendations import RecommendationQuerySet
from sinergi.agree.rules import (
    DECIDES_AMENDMENTS,
    OPEN_TO_AMENDMENTS,
    OPEN_TO_POSITIONS,
    Action,
    AmendmentAction,
    AmendmentState,
    ConsentState,
    State,
)
from sinergi.agree.signing_tasks import signing_due
from sinergi.convene.access import WORKERS, chairs
from sinergi.convene.rules import OVER, MeetingState
from sinergi.core.access import speaks_for
from sinergi.core.introductions import Task, Text
from sinergi.core.models import Membership

# The steps that are due in a state, and the sentence that says so; which of two the
# tata tertib decides.
DUE = (
    (State.SUBMITTED, Action.DISCUSS, _("Open in the group"), _("Open")),
    (State.IN_GROUP, Action.AGREE_IN_GROUP, _("Bring the group to agree"), _("Open")),
    (
        State.AGREED_IN_GROUP,
        Action.FORWARD,
        _("Forward to the plenary"),
        _("Choose the item"),
    ),
    (State.AGREED_IN_GROUP, Action.CIRCULATE, _("Put into circulation"), _("Open")),
    (State.FORWARDED, Action.OPEN_IN_PLENARY, _("Put before the plenary"), _("Open")),
    (State.IN_PLENARY, Action.ADOPT, _("Decide in the plenary"), _("Decide")),
)


def due(by: Membership, now: datetime) -> Iterator[Task]:
    """Positions, drafts, amendments, steps of the chairs, the consent list, and the
    papers of the secretariat."""
    if not WORKERS(by):
        return
    yield from _positions(by)
    yield from in_writing(by, now)
    yield from _drafts(by)
    yield from _steps(by)
    yield from _amendments(by)
    yield from _consent(by)
    yield from paper_tasks.due(by, now)
    yield from signing_due(by)


def _positions(by: Membership) -> Iterator[Task]:
    """Texts that ask the government and wait for the answer of its head, or of who
    holds its mandate."""
    mandates = Mandate.objects.filter(holder=by, ended_at=None)
    if not (access.HEADS(by) or mandates.exists()):
        return
    asked = _of_running_meetings().filter(
        state__in=sorted(OPEN_TO_POSITIONS),
        meeting__forum__seats__government=by.government_id,
    )
    if not access.HEADS(by):
        asked = asked.filter(meeting__in=mandates.values("meeting"))
    for recommendation in asked.for_pages():
        version = recommendation.current
        standing = queries.standing_of(version, among=[by.government])
        if not standing.missing:
            yield from _carried(by, recommendation)
            continue
        again = queries.asked_again(version, by.government)
        yield Task(
            title=_("The text changed: answer again")
            if again
            else _("Take a position"),
            subject=str(recommendation),
            url=reverse("agree_work:position", args=[recommendation.pk]),
            button=_("Answer the text"),
            returned=again is not None,
        )


def _carried(by: Membership, recommendation: Recommendation) -> Iterator[Task]:
    """An answer carried over an editorial change, until its government looked at it."""
    own = recommendation.current.positions.filter(government=by.government_id).first()
    if (
        own
        and own.is_carried_over
        and own.answered.sha256 != recommendation.current.sha256
    ):
        yield Task(
            title=_("Look at an editorial change"),
            subject=str(recommendation),
            url=reverse("agree_work:position", args=[recommendation.pk]),
            button=_("Check"),
        )


def _drafts(by: Membership) -> Iterator[Task]:
    """Drafts of the own government: the head submits, the operator completes."""
    if not speaks_for(by, by.government):
        return
    drafts = (
        Recommendation.objects.worked_on_by(by)
        .filter(proposer=by.government_id, state=State.DRAFT.value)
        .exclude(meeting__state__in=sorted(OVER))
    )
    is_head = access.HEADS(by)
    for draft in drafts.for_pages():
        yield Task(
            title=_("Submit a draft") if is_head else _("Complete a draft"),
            subject=draft.title,
            url=reverse("agree_work:recommendation", args=[draft.pk]),
            button=_("Open"),
        )


def _steps(by: Membership) -> Iterator[Task]:
    """What waits for a chair."""
    led = _of_running_meetings().filter(
        Q(meeting__committee__person=by.person_id),
        state__in=[state for state, _action, _title, _button in DUE],
    )
    for recommendation in led.for_pages().distinct():
        for state, action, title, button in DUE:
            if recommendation.state == state and access.may(by, recommendation, action):
                yield Task(
                    title=title,
                    subject=str(recommendation),
                    url=reverse("agree_work:recommendation", args=[recommendation.pk]),
                    button=button,
                )


def _amendments(by: Membership) -> Iterator[Task]:
    """Its own drafts, those its head submits, those to be written anew, and those that
    wait for a chair."""
    open_texts = Amendment.objects.undecided().filter(
        recommendation__state__in=sorted(OPEN_TO_AMENDMENTS)
    )
    mine = open_texts.filter(proposer=by.government_id)
    led = open_texts.filter(recommendation__meeting__committee__person=by.person_id)
    seen = set()
    for amendment in (*mine.for_pages(), *led.for_pages().distinct()):
        told = _due_of(amendment, by)
        if told and amendment.pk not in seen:
            seen.add(amendment.pk)
            yield Task(
                title=told[0],
                subject=str(amendment),
                url=reverse("agree_work:amendment", args=[amendment.pk]),
                button=told[1],
                returned=told[2],
            )


def _due_of(amendment: Amendment, by: Membership) -> tuple[Text, Text, bool] | None:
    """What this office does next about the amendment, if anything."""
    state = AmendmentState(amendment.state)
    if state is AmendmentState.DRAFT:
        if access.may_move_amendment(by, amendment, AmendmentAction.SUBMIT):
            return _("Submit an amendment"), _("Open"), False
        if access.may_rewrite(by, amendment):
            return _("Complete an amendment"), _("Open"), False
        return None
    is_stranded = amendment.delta_on(amendment.recommendation.current) is None
    if is_stranded and access.may_rewrite(by, amendment):
        return _("The text changed: write the amendment anew"), _("Open"), True
    if State(amendment.recommendation.state) is not DECIDES_AMENDMENTS:
        return None
    if access.may_move_amendment(by, amendment, AmendmentAction.DISCUSS):
        return _("Call up an amendment"), _("Open"), False
    if access.may_move_amendment(by, amendment, AmendmentAction.ACCEPT):
        return _("Decide an amendment"), _("Decide"), False
    return None


def _consent(by: Membership) -> Iterator[Task]:
    """An open list is read by every government before it is adopted."""
    lists = ConsentList.objects.filter(
        state=ConsentState.OPEN.value,
        meeting__state=MeetingState.RUNNING.value,
        meeting__forum__seats__government=by.government_id,
    )
    for each in lists.select_related("meeting__forum"):
        leads = chairs(by, each.meeting)
        if leads or access.answers_in(by, each.meeting):
            yield Task(
                title=_("Adopt the consent list")
                if leads
                else _("Read the consent list"),
                subject=each.meeting.title,
                url=reverse("agree_work:consent", args=[each.meeting.slug]),
                button=_("Open"),
            )


def _of_running_meetings() -> RecommendationQuerySet:
    return Recommendation.objects.filter(meeting__state=MeetingState.RUNNING.value)
