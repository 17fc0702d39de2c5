"""The way of a recommendation to its adoption, each step with its guard."""

from datetime import datetime

from django.utils.translation import gettext as _

from sinergi.agree import queries, rules, sentences
from sinergi.agree.acts.guards import refuse_step
from sinergi.agree.acts.silence import hear_silence, heard
from sinergi.agree.acts.steps import move
from sinergi.agree.acts.texts import start_answers
from sinergi.agree.models import Recommendation
from sinergi.agree.rules import Action, State
from sinergi.convene.models import AgendaItem
from sinergi.convene.queries import quorum
from sinergi.convene.rules import SessionKind
from sinergi.core.act import act
from sinergi.core.models import Membership
from sinergi.core.refusal import Refusal


class NotReady(Refusal):
    """Something is missing before it can be submitted."""


class NoQuorum(Refusal):
    """Too few governments are on the attendance list."""


class HeldUp(Refusal):
    """Some governments have not answered, want to discuss, or object."""


class AmendmentsOpen(Refusal):
    """Amendments are decided before the group agrees to the words."""


class NoPlaceInPlenary(Refusal):
    """What is forwarded comes up under an item of the plenary's agenda."""


@act
def submit(
    recommendation: Recommendation, *, by: Membership, at: datetime
) -> Recommendation:
    """Put the draft before the meeting; it gets its number."""
    refuse_step(recommendation, Action.SUBMIT, by, at)
    missing = gaps_of(recommendation)
    if missing:
        raise NotReady(
            _("Still missing: %(gaps)s. Fill them in, then submit.")
            % {"gaps": sentences.gaps(missing)}
        )
    taken = Recommendation.objects.exclude(reference="")
    recommendation.reference = rules.reference_of(
        recommendation.meeting.starts_on.year,
        recommendation.bidang.code,
        taken.values_list("reference", flat=True),
    )
    return move(recommendation, Action.SUBMIT, State.SUBMITTED, by=by, at=at)


@act
def discuss_in_group(
    recommendation: Recommendation, *, by: Membership, at: datetime
) -> Recommendation:
    """Open it in the group: from now on governments answer."""
    refuse_step(recommendation, Action.DISCUSS, by, at)
    start_answers(recommendation.current, by=by, at=at)
    return move(recommendation, Action.DISCUSS, State.IN_GROUP, by=by, at=at)


@act
def agree_in_group(
    recommendation: Recommendation, *, by: Membership, at: datetime
) -> Recommendation:
    """The group agrees: no amendment is open, and every government of it that must
    answer has answered."""
    refuse_step(recommendation, Action.AGREE_IN_GROUP, by, at)
    undecided = list(recommendation.amendments.before_the_group())
    if undecided:
        raise AmendmentsOpen(
            _("Amendments are not decided yet: %(names)s. Decide them first.")
            % {"names": sentences.amendments(undecided)}
        )
    group = queries.group_of(recommendation)
    standing = queries.standing_of(recommendation.current, among=group)
    if not standing.is_clear:
        raise HeldUp(
            _("The group has not agreed to version %(number)d yet. %(why)s")
            % {
                "number": recommendation.current.number,
                "why": _why(recommendation, standing),
            }
        )
    return move(
        recommendation, Action.AGREE_IN_GROUP, State.AGREED_IN_GROUP, by=by, at=at
    )


@act
def forward(
    recommendation: Recommendation,
    *,
    agenda_item: AgendaItem,
    by: Membership,
    at: datetime,
) -> Recommendation:
    """Send the words the group agreed to into the plenary, as they are: they are
    pinned, with the item under which they come up."""
    refuse_step(recommendation, Action.FORWARD, by, at)
    session = agenda_item.session
    if (
        session.meeting_id != recommendation.meeting_id
        or session.kind != SessionKind.PLENARY
    ):
        raise NoPlaceInPlenary(
            _(
                "“%(item)s” is not on the agenda of the plenary of %(meeting)s. Choose "
                "an item of it; the secretariat can add one to the programme."
            )
            % {"item": agenda_item.title, "meeting": recommendation.meeting.title}
        )
    recommendation.agenda_item = agenda_item
    recommendation.pinned = recommendation.current
    return move(
        recommendation,
        Action.FORWARD,
        State.FORWARDED,
        by=by,
        at=at,
        more={"agenda_item": agenda_item.title},
    )


@act
def circulate(
    recommendation: Recommendation, *, by: Membership, at: datetime
) -> Recommendation:
    """Put the words the group agreed to round in writing, as they are: to all
    governments, from the closing of the meeting until the circulation ends."""
    refuse_step(recommendation, Action.CIRCULATE, by, at)
    recommendation.pinned = recommendation.current
    return move(recommendation, Action.CIRCULATE, State.IN_CIRCULATION, by=by, at=at)


@act
def open_in_plenary(
    recommendation: Recommendation, *, by: Membership, at: datetime
) -> Recommendation:
    """Put the forwarded words before the plenary."""
    refuse_step(recommendation, Action.OPEN_IN_PLENARY, by, at)
    return move(recommendation, Action.OPEN_IN_PLENARY, State.IN_PLENARY, by=by, at=at)


@act
def refer_back(
    recommendation: Recommendation, *, reason: str, by: Membership, at: datetime
) -> Recommendation:
    """Give it back to the group, which may change the words again."""
    refuse_step(recommendation, Action.REFER_BACK, by, at, reason)
    recommendation.pinned = None
    recommendation.agenda_item = None
    return move(
        recommendation,
        Action.REFER_BACK,
        State.IN_GROUP,
        by=by,
        at=at,
        reason=reason,
    )


@act
def adopt(
    recommendation: Recommendation, *, by: Membership, at: datetime
) -> Recommendation:
    """Make the pinned words binding on the governments they are addressed to."""
    refuse_step(recommendation, Action.ADOPT, by, at)
    found = quorum(recommendation.meeting)
    if not found.met:
        raise NoQuorum(
            _("No quorum: %(why)s Check in who is present, then adopt.")
            % {"why": sentences.quorum(found)}
        )
    standing = heard(recommendation)
    if not standing.is_clear:
        raise HeldUp(
            _("Version %(number)d cannot be adopted yet. %(why)s")
            % {
                "number": recommendation.current.number,
                "why": _why(recommendation, standing),
            }
        )
    silent = hear_silence(recommendation, by=by, at=at)
    recommendation.adopted_at = at
    state = rules.outcome(notes=len(standing.with_note))
    return move(recommendation, Action.ADOPT, state, by=by, at=at, more=silent)


def gaps_of(recommendation: Recommendation) -> list[rules.Gap]:
    """What the draft still lacks before it can be submitted."""
    return rules.gaps(
        paragraphs=recommendation.current.paragraphs.count(),
        addressees=recommendation.addressees.count(),
        indicator=recommendation.indicator,
        target=recommendation.target,
        due=(recommendation.due_year, recommendation.due_quarter),
        evidence=recommendation.evidence_expected,
    )


def _why(recommendation: Recommendation, standing: rules.Standing) -> str:
    names = queries.names_of(recommendation.meeting)
    return " ".join(sentences.held_up(standing, names))
