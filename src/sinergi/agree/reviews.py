"""How far the review of a pedoman is: who has finished, what is still unanswered."""

from dataclasses import dataclass
from datetime import datetime

from sinergi.agree import rules
from sinergi.agree.models import Guideline, GuidelineComment
from sinergi.agree.rules import Unfinished
from sinergi.core.models import Place
from sinergi.core.rules import last_moment


@dataclass(frozen=True)
class Review:
    """The last window of a pedoman, at one moment."""

    guideline: Guideline
    governments: list[Place]
    finished: frozenset[int]
    comments: list[GuidelineComment]
    at: datetime

    @property
    def waiting(self) -> list[Place]:
        return [each for each in self.governments if each.pk not in self.finished]

    @property
    def is_open(self) -> bool:
        """While the governments may speak."""
        return self.guideline.is_in_review and rules.in_window(
            self.guideline.review_until, self.at, waiting_for=len(self.waiting)
        )

    @property
    def last_moment(self) -> datetime | None:
        until = self.guideline.review_until
        return last_moment(until) if until else None

    @property
    def unanswered(self) -> int:
        return sum(1 for each in self.comments if each.answered_at is None)

    @property
    def unfinished(self) -> list[Unfinished]:
        return rules.unfinished(
            reviewed=self.guideline.reviews > 0,
            is_open=self.is_open,
            unanswered=self.unanswered,
        )

    def of(self, government: Place) -> list[GuidelineComment]:
        return [each for each in self.comments if each.government_id == government.pk]


def review_of(guideline: Guideline, at: datetime) -> Review:
    readings = guideline.readings.filter(review=guideline.reviews)
    comments = guideline.comments.select_related(
        "government", "answered_by__government", "clause__version__recommendation"
    )
    return Review(
        guideline=guideline,
        governments=guideline.meeting.forum.governments(),
        finished=frozenset(readings.values_list("government", flat=True)),
        comments=list(comments),
        at=at,
    )
