"""The simulated waves: repeatable, sound as a sample, and blind to who is who."""

import csv
import io
import tomllib
from collections import Counter, defaultdict
from functools import cache

import numpy as np

from sinergi.examples.ntb.simulate_survey import Question, simulate
from sinergi.examples.ntb.simulated_villages import Government
from sinergi.examples.ntb.survey import DEFINITION

Row = dict[str, str]

CODES = (5201, 5202, 5203, 5204, 5205, 5206, 5207, 5208, 5271, 5272)
GOVERNMENTS = [Government(str(code), code > 5270) for code in CODES]


@cache
def definition() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(DEFINITION.read_text(encoding="utf-8"))


@cache
def questions() -> list[Question]:
    turned = definition()["index"]["reversed"]
    return [
        Question(item, pillar, item in turned)
        for pillar, indicators in definition()["pillars"].items()
        for items in indicators.values()
        for item in items
    ]


@cache
def waves() -> list[bytes]:
    return simulate(questions(), GOVERNMENTS)


def rows(content: bytes) -> list[Row]:
    return list(csv.DictReader(io.StringIO(content.decode())))


def test_the_same_seed_gives_the_same_bytes() -> None:
    assert simulate(questions(), GOVERNMENTS) == waves()


def test_another_seed_gives_other_answers() -> None:
    assert simulate(questions(), GOVERNMENTS, seed=1)[0] != waves()[0]


def test_a_wave_has_about_2400_respondents_in_120_villages() -> None:
    for wave in waves()[:2]:
        assert 2300 < len(rows(wave)) < 2500
        assert len({row["klaster"] for row in rows(wave)}) == 120


def test_two_thirds_of_the_villages_are_in_both_waves() -> None:
    first, second = ({row["klaster"] for row in rows(wave)} for wave in waves()[:2])

    assert 0.6 <= len(first & second) / len(first) <= 0.7


def test_every_stratum_has_at_least_two_villages() -> None:
    for wave in waves()[:2]:
        villages = defaultdict(set)
        for row in rows(wave):
            villages[row["strata"]].add(row["klaster"])

        assert len(villages) == 18
        assert min(map(len, villages.values())) >= 2


def test_everyone_asked_in_a_village_stands_for_as_many_persons() -> None:
    weights = defaultdict(set)
    for row in rows(waves()[0]):
        if row["bobot"]:
            weights[row["klaster"]].add(row["bobot"])

    assert all(len(found) == 1 for found in weights.values())
    assert all(float(*found) > 1 for found in weights.values())


def test_two_to_four_percent_of_answers_are_missing() -> None:
    for wave in waves()[:2]:
        answers = [row[q.name] for row in rows(wave) for q in questions()]

        assert 0.02 <= answers.count("") / len(answers) <= 0.04


def test_reversed_items_are_answered_the_other_way_round() -> None:
    turned = [q for q in questions() if q.is_reversed]
    for question in turned:
        friend = next(
            q for q in questions() if q.pillar == question.pillar and not q.is_reversed
        )
        pairs = [
            (int(row[question.name]), int(row[friend.name]))
            for row in rows(waves()[0])
            if row[question.name] in "12345"
            and row[friend.name] in "12345"
            and row[question.name]
            and row[friend.name]
        ]

        assert np.corrcoef(np.array(pairs).T)[0, 1] < -0.1


def test_slips_of_typing_are_there_to_be_found() -> None:
    for wave in waves()[:2]:
        found = rows(wave)
        twice = Counter(row["id_responden"] for row in found)

        assert sum(row["bobot"] == "" for row in found) >= 1
        assert list(twice.values()).count(2) == 1


def test_every_row_says_that_it_is_simulated() -> None:
    for wave in waves():
        assert {row["asal"] for row in rows(wave)} == {"simulasi"}
        assert all(row["desa"].startswith("Desa Simulasi ") for row in rows(wave))


def test_the_prior_does_not_know_which_kabupaten_is_which() -> None:
    swapped = [GOVERNMENTS[1], GOVERNMENTS[0], *GOVERNMENTS[2:]]

    other = rows(simulate(questions(), swapped)[0])
    names = {"5201": "5202", "5202": "5201"}
    renamed = sorted(
        (
            names.get(row["kabupaten"], row["kabupaten"]),
            *[row[q.name] for q in questions()],
        )
        for row in other
    )

    assert renamed == sorted(
        (row["kabupaten"], *[row[q.name] for q in questions()])
        for row in rows(waves()[0])
    )
