"""Which report is sent, returned or contested, and what is found: dealt by lot.

Special courses go to one government each, so that none gets two: nil, returned,
contested and settled, not sent; some of the second quarter wait today for someone. The
others are accepted, and verdicts are dealt to all.
"""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from sinergi.act.models import Commitment
from sinergi.act.rules import EvidenceLevel, Quarter, Verdict
from sinergi.examples.ntb.lottery import between, deal, one_a_side, pick, shuffled
from sinergi.examples.ntb.people import PROVINCE, REVIEWING

TEXTS = tomllib.loads(
    Path(__file__).with_name("report_texts.toml").read_text(encoding="utf-8")
)

ACCEPTED, SILENT, NIL, RETURNED, CONTESTED, SETTLED, SENT, REVIEWED, NONE = (
    "accepted", "silent", "nil", "returned", "contested", "settled", "sent",
    "reviewed", "none",
)  # fmt: skip
# By quarter: special courses, each to another government; other plans get the usual.
SPECIAL = (
    (NIL, RETURNED, SETTLED, NONE, NONE, NONE),
    (RETURNED, CONTESTED, SENT, SENT, SENT, REVIEWED, REVIEWED, NIL, NONE, NONE, NONE),
)
USUAL = (ACCEPTED, ACCEPTED, ACCEPTED, SILENT)
# By quarter: what reviewers find, dealt in turn.
DONE, PARTLY, NOT_YET, CANNOT = Verdict
VERDICTS = (
    (PARTLY, DONE, NOT_YET, DONE, PARTLY, DONE, PARTLY, DONE, CANNOT, DONE),
    (DONE, PARTLY, DONE, DONE, NOT_YET, DONE, PARTLY, DONE, DONE, CANNOT),
)
# Days before loading at which the reports that still wait today were sent.
RECENT = {RETURNED: 8, CONTESTED: 14, SENT: 4, REVIEWED: 9}
REACHED_PERCENT = {
    DONE: (100, 115), PARTLY: (45, 80), NOT_YET: (0, 15), CANNOT: (0, 0),
}  # fmt: skip
LEVELS = {
    DONE: EvidenceLevel.PUBLIC,
    PARTLY: EvidenceLevel.DOCUMENT,
    NOT_YET: EvidenceLevel.STATEMENT,
    CANNOT: EvidenceLevel.NONE,
}
Key = tuple[str, str]


@dataclass(frozen=True)
class Course:
    """What becomes of the report of one plan in one quarter."""

    key: Key
    commitment: Commitment
    turn: int
    quarter: Quarter
    kind: str
    verdict: Verdict

    @property
    def waits_today(self) -> bool:
        return self.turn == 1 and self.kind in RECENT

    @property
    def texts(self) -> Any:
        return TEXTS[self.verdict.value]

    def draw(self, options: Sequence[str], what: str) -> str:
        return pick(options, what, self.turn, *self.key)

    def days(self, low: int, high: int, what: str) -> timedelta:
        return timedelta(days=between(low, high, what, self.turn, *self.key))


def courses(
    owing: dict[Key, Commitment], turn: int, quarter: Quarter
) -> Iterable[Course]:
    dealt = one_a_side(
        SPECIAL[turn],
        owing,
        "course",
        turn,
        of=lambda key: key[1],
        may_get=_may_get,
    )
    players = shuffled(owing, "usual", turn)
    others = [key for key in players if key not in dealt]
    dealt |= {key: USUAL[place % len(USUAL)] for place, key in enumerate(others)}
    verdicts = deal(VERDICTS[turn], owing, "verdict", turn, of=lambda key: key[1])
    for key, found in verdicts.items():
        contests = dealt[key] in (SETTLED, CONTESTED)
        verdict = PARTLY if contests else found
        yield Course(key, owing[key], turn, quarter, dealt[key], verdict)


def _may_get(kind: str, government: str) -> bool:
    """A contested verdict needs a second reviewer from yet another government."""
    return kind not in (SETTLED, CONTESTED) or government not in (PROVINCE, REVIEWING)


def reached(course: Course) -> dict[int, Decimal | None]:
    """What is claimed: a share of the target of the quarter, never less than before."""
    low, high = REACHED_PERCENT[course.verdict]
    percent = between(low, high, "reached", course.turn, *course.key)
    before = {
        value.activity_id: value.value
        for earlier in course.commitment.reports.all()
        if earlier.period < course.quarter
        for value in earlier.achievements.all()
    }
    values: dict[int, Decimal | None] = {}
    for activity in course.commitment.activities.all():
        targets = [t for t in activity.targets.all() if t.period <= course.quarter]
        target = max((t.target for t in targets), default=Decimal(0))
        reached = (target * percent / 100).quantize(Decimal(1))
        values[activity.pk] = max(reached, before.get(activity.pk, Decimal(0)))
    return values
