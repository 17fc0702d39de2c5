"""Waves of a survey that nobody answered, from one seed; the third feeds a pilot.

The frame has the same number of villages in every kabupaten and kota, with sizes from
one distribution; in each stratum (kabupaten × urban or rural) villages lie in random
order. The first wave takes the first of them, each later one drops some and takes the
next, so each is a simple random sample and two thirds of the villages are shared.

Nothing is tuned to a published value: levels, differences between governments and
changes between waves are drawn from the prior below, whose centre is the middle of the
scale and which does not know which government is which.
"""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sinergi.examples.ntb.simulated_villages import (
    Government,
    Village,
    strata,
    taken,
)

SEED = 20240304
WAVES = 3

ASKED = 21  # persons a village
ANSWERED_SHARE = 0.95
BLANK_LOW, BLANK_HIGH = 0.02, 0.04

# Standard deviations of the prior, in points of the scale.
LEVEL_SD, GOVERNMENT_SD, PILLAR_SD = 0.20, 0.16, 0.07
TREND_SD, GOVERNMENT_TREND_SD = 0.06, 0.07
PERSON_SD, PERSON_PILLAR_SD, ITEM_SD, NOISE_SD = 0.50, 0.30, 0.30, 0.80
URBAN, PER_DECADE_OF_AGE, PER_STEP_OF_SCHOOL = 0.10, -0.10, 0.08
MIDDLE = 3.0

EDUCATION = ("0", "1", "2", "3", "4", "5")
EDUCATION_SHARES = (0.08, 0.20, 0.20, 0.34, 0.05, 0.13)
# Slips of typing that a check of the file shall find; the last two leave the row out.
SLIPS = ("9", "55", "tidak tahu")

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Question:
    """An item of the questionnaire; a reversed one is worded the other way round."""

    name: str
    pillar: str
    is_reversed: bool


@dataclass(frozen=True)
class Prior:
    """What is true in the simulation: one draw, shared by both waves."""

    level: Floats  # (wave, government, pillar)
    item: Floats  # (question,)
    blank: Floats  # (question,)


def simulate(
    questions: Sequence[Question], governments: Sequence[Government], seed: int = SEED
) -> list[bytes]:
    """Each wave as a CSV file; equal arguments give equal bytes."""
    draws = np.random.Generator(np.random.PCG64(seed))
    pillars = list(dict.fromkeys(question.pillar for question in questions))
    prior = _prior(draws, len(governments), len(pillars), len(questions))
    frame = [
        stratum
        for number, government in enumerate(governments)
        for stratum in strata(draws, number, government)
    ]
    return [
        _file(draws, wave, taken(frame, wave), questions, pillars, governments, prior)
        for wave in range(WAVES)
    ]


def _prior(
    draws: np.random.Generator, governments: int, pillars: int, questions: int
) -> Prior:
    start = (
        MIDDLE
        + draws.normal(0, LEVEL_SD, (1, pillars))
        + draws.normal(0, GOVERNMENT_SD, (governments, 1))
        + draws.normal(0, PILLAR_SD, (governments, pillars))
    )
    change = draws.normal(0, TREND_SD, (1, pillars)) + draws.normal(
        0, GOVERNMENT_TREND_SD, (governments, 1)
    )
    return Prior(
        level=np.stack([start + wave * change for wave in range(WAVES)]),
        item=draws.normal(0, ITEM_SD, questions),
        blank=draws.uniform(BLANK_LOW, BLANK_HIGH, questions),
    )


def _file(
    draws: np.random.Generator,
    wave: int,
    villages: Sequence[Village],
    questions: Sequence[Question],
    pillars: Sequence[str],
    governments: Sequence[Government],
    prior: Prior,
) -> bytes:
    rows: list[list[str]] = []
    where = [pillars.index(question.pillar) for question in questions]
    turned = np.array([question.is_reversed for question in questions])
    for village in villages:
        n = int(draws.binomial(ASKED, ANSWERED_SHARE))
        age = np.clip(np.round(draws.gamma(6.0, 5.5, n) + 5), 13, 69).astype(int)
        female = draws.random(n) < 0.5
        school = draws.choice(len(EDUCATION), n, p=EDUCATION_SHARES)
        school = np.where(age < 16, np.minimum(school, 2), school)
        trait = _traits(draws, age, school, village, prior.level[wave], len(pillars))
        noise = draws.normal(0, NOISE_SD, (n, len(questions)))
        answer = np.clip(np.round(trait[:, where] + prior.item + noise), 1, 5)
        answer = np.where(turned, 6 - answer, answer).astype(int)
        blank = draws.random((n, len(questions))) < prior.blank
        weight = village.weight * village.persons / n
        for person in range(n):
            rows.append(
                [
                    f"W{wave + 1}-{len(rows) + 1:05d}",
                    "simulasi",
                    governments[village.government].code,
                    f"Desa Simulasi {village.code[:4]}-{village.code[4:]}",
                    village.code,
                    village.stratum,
                    f"{weight:.4f}",
                    str(age[person]),
                    "p" if female[person] else "l",
                    EDUCATION[school[person]],
                    *(
                        "" if empty else str(value)
                        for value, empty in zip(
                            answer[person], blank[person], strict=True
                        )
                    ),
                ]
            )
    _slip(draws, rows, len(questions))
    return _csv([*COLUMNS, *(question.name for question in questions)], rows)


COLUMNS = (
    "id_responden",
    "asal",
    "kabupaten",
    "desa",
    "klaster",
    "strata",
    "bobot",
    "umur",
    "gender",
    "pendidikan",
)


def _traits(
    draws: np.random.Generator,
    age: NDArray[np.int64],
    school: NDArray[np.int64],
    village: Village,
    level: Floats,
    pillars: int,
) -> Floats:
    """What each person is able to, by pillar, in points of the scale."""
    own: Floats = (
        draws.normal(0, PERSON_SD, len(age))
        + PER_DECADE_OF_AGE * (age - 38) / 10
        + PER_STEP_OF_SCHOOL * (school - 2)
        + (URBAN if village.is_urban else 0)
        + village.effect
    )
    by_pillar = draws.normal(0, PERSON_PILLAR_SD, (len(age), pillars))
    traits: Floats = own[:, None] + by_pillar + level[village.government]
    return traits


def _slip(draws: np.random.Generator, rows: list[list[str]], questions: int) -> None:
    """A few wrong cells, a row without weight and one that was typed twice."""
    for value in SLIPS:
        row = int(draws.integers(len(rows)))
        rows[row][len(COLUMNS) + int(draws.integers(questions))] = value
    rows[int(draws.integers(len(rows)))][COLUMNS.index("bobot")] = ""
    rows.append(list(rows[int(draws.integers(len(rows)))]))


def _csv(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode()
