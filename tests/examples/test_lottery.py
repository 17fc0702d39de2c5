"""Chance decides, the same way every time, and spreads what is bad."""

from collections import Counter
from hashlib import sha256

from sinergi.examples.ntb import lottery

GOVERNMENTS = [f"g{number}" for number in range(11)]
PLANS = [(text, place) for text in ("a", "b", "c") for place in GOVERNMENTS]


def side(plan: tuple[str, str]) -> str:
    return plan[1]


def test_a_lot_can_be_drawn_again_by_hand() -> None:
    text = f"{lottery.SEED}|planned|dompu|GNLD|0"
    by_hand = int(sha256(text.encode()).hexdigest()[:13], 16) / 16**13

    assert lottery.lot("planned", "dompu", "GNLD", 0) == by_hand


def test_lots_lie_evenly_between_zero_and_one() -> None:
    lots = [lottery.lot("even", number) for number in range(4000)]

    assert min(lots) >= 0
    assert max(lots) < 1
    assert all(
        330 < count < 470 for count in Counter(int(each * 10) for each in lots).values()
    )


def test_a_new_draw_moves_no_other() -> None:
    before = lottery.shuffled(GOVERNMENTS, "order")

    after = lottery.shuffled([*GOVERNMENTS, "new"], "order")

    assert [each for each in after if each != "new"] == before


def test_a_deck_deals_every_card_as_often_as_it_holds_it() -> None:
    dealt = lottery.deal(["good", "good", "bad"], PLANS, "deck")

    assert Counter(dealt.values()) == {"good": 22, "bad": 11}


def test_every_side_gets_a_first_card_before_one_gets_a_second() -> None:
    dealt = lottery.deal(range(33), PLANS, "rounds", of=side)

    first_round = [plan for plan, card in dealt.items() if card < 11]
    assert Counter(map(side, first_round)) == dict.fromkeys(GOVERNMENTS, 1)


def test_rare_cards_go_to_one_side_each() -> None:
    given = lottery.one_a_side(["late", "late", "missing"], PLANS, "rare", of=side)

    assert sorted(given.values()) == ["late", "late", "missing"]
    assert len(set(map(side, given))) == 3


def test_a_side_that_may_not_get_a_card_does_not() -> None:
    given = lottery.one_a_side(
        ["late"] * 11, PLANS, "rare", of=side, may_get=lambda card, side: side != "g3"
    )

    assert len(given) == 10
    assert "g3" not in set(map(side, given))
