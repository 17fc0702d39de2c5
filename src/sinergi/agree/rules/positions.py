"""What governments answer to one version, and what of it holds adoption up."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Stance(StrEnum):
    """Tanggapan daerah: a government's answer to one version of a text."""

    AGREE = "agree"
    AGREE_WITH_NOTE = "agree_with_note"
    NEEDS_DISCUSSION = "needs_discussion"
    OBJECT = "object"
    NO_OPINION = "no_opinion"
    ABSENT = "absent"
    NOT_CONCERNED = "not_concerned"


NEEDS_NOTE = frozenset({Stance.AGREE_WITH_NOTE, Stance.NEEDS_DISCUSSION, Stance.OBJECT})
# A plain yes with words beside it would hide them: that is "agree with note".
TAKES_NOTE = NEEDS_NOTE | {Stance.NO_OPINION, Stance.NOT_CONCERNED, Stance.ABSENT}
BY_HEAD = (
    Stance.AGREE,
    Stance.AGREE_WITH_NOTE,
    Stance.NEEDS_DISCUSSION,
    Stance.OBJECT,
    Stance.NO_OPINION,
    Stance.NOT_CONCERNED,
)
# Nobody calls itself absent; the secretariat sees who is not there.
BY_SECRETARIAT = (*BY_HEAD, Stance.ABSENT)


def stances(known: Sequence[Stance], *, is_addressed: bool) -> list[Stance]:
    """Those of `known` a government may take; who is addressed is concerned."""
    return [s for s in known if not (is_addressed and s is Stance.NOT_CONCERNED)]


@dataclass(frozen=True)
class Answer:
    """One government's answer as the guard sees it.

    `is_stated` is False for *tidak terkait* that a non-addressee starts with and
    has not said itself.
    """

    government: str
    stance: Stance
    is_stated: bool = True
    has_note: bool = False


@dataclass(frozen=True)
class Standing:
    """Who has answered a version and who holds it up, by government in seat order."""

    answered: tuple[str, ...]
    missing: tuple[str, ...]
    # Absent, while the tata tertib does not count absence as an answer.
    absent: tuple[str, ...]
    to_discuss: tuple[str, ...]
    objecting: tuple[str, ...]
    with_note: tuple[str, ...]

    @property
    def is_clear(self) -> bool:
        return not (self.missing or self.absent or self.to_discuss or self.objecting)


def obliged(
    *, seats: Sequence[str], asked: Collection[str], all_must_answer: bool
) -> list[str]:
    """Who must answer by the tata tertib, in seat order."""
    return [seat for seat in seats if all_must_answer or seat in asked]


def standing(
    answers: Iterable[Answer],
    *,
    seats: Sequence[str],
    asked: Collection[str],
    all_must_answer: bool,
    absence_answers: bool,
) -> Standing:
    """What the tata tertib makes of the answers to one version.

    `asked` are those it is addressed to and those who answered an earlier version.
    Whoever must answer and has not is missing. An objection, or a wish to discuss,
    holds adoption up whoever states it: a Rakor decides by consensus.
    """
    given = {answer.government: answer for answer in answers}
    owing = obliged(seats=seats, asked=asked, all_must_answer=all_must_answer)

    def stating(*stances: Stance) -> tuple[str, ...]:
        return tuple(s for s in seats if s in given and given[s].stance in stances)

    def counts(seat: str) -> bool:
        # A start value is nobody's word once everybody has to give theirs.
        return seat in given and (given[seat].is_stated or not all_must_answer)

    return Standing(
        answered=tuple(s for s in seats if s in given and given[s].is_stated),
        missing=tuple(s for s in owing if not counts(s)),
        absent=()
        if absence_answers
        else tuple(s for s in stating(Stance.ABSENT) if s in owing),
        to_discuss=stating(Stance.NEEDS_DISCUSSION),
        objecting=stating(Stance.OBJECT),
        with_note=tuple(s for s in seats if s in given and given[s].has_note),
    )
