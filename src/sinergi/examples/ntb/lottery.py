"""The lottery that deals good and bad to governments: chance alone decides.

A lot is the SHA-256 of the seed, of what is drawn and for whom, read as a number from
0 to 1. Anyone can draw it again by hand, and a new draw moves no other one.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from hashlib import sha256
from typing import TypeVar

SEED = "sinergi/contoh/ntb/1"

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


def lot(*what: object) -> float:
    """The number of a draw, at least 0 and below 1; equal words, equal number."""
    text = "|".join([SEED, *map(str, what)])
    return int(sha256(text.encode()).hexdigest()[:13], 16) / 16**13


def happens(share: float, *what: object) -> bool:
    """Whether it falls in this share of all draws."""
    return lot(*what) < share


def pick(options: Sequence[T], *what: object) -> T:
    return options[int(lot(*what) * len(options))]


def between(low: int, high: int, *what: object) -> int:
    """A whole number, both ends included."""
    return low + int(lot(*what) * (high - low + 1))


def shuffled(things: Iterable[T], *what: object) -> list[T]:
    return sorted(things, key=lambda thing: lot(*what, thing))


def deal(
    deck: Sequence[T],
    among: Iterable[K],
    *what: object,
    of: Callable[[K], Hashable] | None = None,
) -> dict[K, T]:
    """Deal the deck to the shuffled players, from the top again when it is used up.

    Every card is dealt as often as the deck holds it, so that no draw makes all bad.
    With `of`, a player's side, all sides get a first card before one gets a second.
    """
    players = shuffled(among, *what)
    if of is not None:
        rounds: Counter[Hashable] = Counter()
        seats: dict[K, int] = {}
        for player in players:
            seats[player] = rounds[of(player)]
            rounds[of(player)] += 1
        players.sort(key=lambda player: seats[player])
    return {player: deck[place % len(deck)] for place, player in enumerate(players)}


def one_a_side(
    cards: Iterable[T],
    among: Iterable[K],
    *what: object,
    of: Callable[[K], str],
    may_get: Callable[[T, str], bool] = lambda card, side: True,
) -> dict[K, T]:
    """Give each card to another side, to one of its players; some may get none.

    Rare cards are given so, because dealt freely three could fall on one side.
    """
    players = shuffled(among, "player", *what)
    sides = shuffled({of(player) for player in players}, "side", *what)
    given: dict[K, T] = {}
    for card in cards:
        side = next((each for each in sides if may_get(card, each)), None)
        if side is not None:
            sides.remove(side)
            given[next(each for each in players if of(each) == side)] = card
    return given
