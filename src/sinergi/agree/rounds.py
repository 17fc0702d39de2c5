"""A text that goes round in writing: who still has to answer, and until when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sinergi.agree import queries, rules
from sinergi.agree.models import Recommendation
from sinergi.agree.models.recommendations import RecommendationQuerySet
from sinergi.agree.rules import Stance, State
from sinergi.convene.models import Meeting
from sinergi.convene.rules import MeetingState, Quorum, Ratification, quorum
from sinergi.core.models import Place


@dataclass(frozen=True)
class Round:
    """The circulation of one text."""

    last_day: date
    # When the last day ends for the government it ends for last.
    until: datetime
    # Who must answer by the tata tertib, and who of them has not, in seat order.
    asked: tuple[str, ...]
    waiting: tuple[str, ...]
    percent: int

    def is_heard(self, at: datetime) -> bool:
        return rules.is_heard(self.waiting, at=at, until=self.until)

    @property
    def quorum(self) -> Quorum:
        """In writing whoever answered is present, and whoever is silent is not."""
        answered = len(self.asked) - len(self.waiting)
        return quorum(answered, len(self.asked), self.percent)


def round_of(recommendation: Recommendation) -> Round | None:
    """None where texts are ratified by the plenary."""
    meeting = recommendation.meeting
    day, until = meeting.circulation_last_day, meeting.circulation_over_at
    if day is None or until is None:
        return None
    procedure = queries.procedure_of(meeting)
    version = recommendation.current
    asked = rules.obliged(
        seats=[place.slug for place in meeting.forum.governments()],
        asked={place.slug for place in queries.asked_of(version)},
        all_must_answer=procedure.all_must_answer,
    )
    # Who was absent from the hall is asked in writing all the same.
    answered = {
        position.government.slug
        for position in queries.positions_of(version).values()
        if not position.is_start and Stance(position.stance) is not Stance.ABSENT
    }
    return Round(
        last_day=day,
        until=until,
        asked=tuple(asked),
        waiting=tuple(slug for slug in asked if slug not in answered),
        percent=procedure.quorum_percent,
    )


def going_round(meeting: Meeting) -> RecommendationQuerySet:
    """Texts of the meeting that are put to the governments in writing."""
    return Recommendation.objects.filter(
        meeting=meeting, state=State.IN_CIRCULATION.value
    )


def takes_answers(
    recommendation: Recommendation, government: Place, at: datetime
) -> bool:
    """Whether this government may answer the text now."""
    meeting = recommendation.meeting
    return rules.takes_answers(
        State(recommendation.state),
        MeetingState(meeting.state),
        at=at,
        until=meeting.circulation_until(government),
    )


def ratification(recommendations: Sequence[Recommendation]) -> dict[str, Any]:
    """By the plenary, or by circulation: until when governments answered in writing,
    and on which days it was closed."""
    adopted = [each for each in recommendations if each.is_adopted]
    if not recommendations:
        return {"by": Ratification.PLENARY.value}
    meeting = recommendations[0].meeting
    last_day = meeting.circulation_last_day
    if last_day is None:
        return {"by": Ratification.PLENARY.value}
    return {
        "by": Ratification.CIRCULATION.value,
        "last_day": last_day.isoformat(),
        "extended_because": meeting.circulation_extended_because,
        "ratified_on": sorted(
            {
                meeting.today(each.adopted_at).isoformat()
                for each in adopted
                if each.adopted_at
            }
        ),
    }
