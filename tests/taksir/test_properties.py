"""What must hold whatever the sample: order, partition, labels and scale."""

import random
from collections.abc import Iterator
from functools import reduce
from operator import add
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import taksir as tk
from taksir.estimates import Row
from tests.taksir import sample

DESIGN = tk.Design("w", strata="stratum", psu="desa")
ASKED = [
    tk.Mean("q1"),
    tk.Total("belanja"),
    tk.Ratio("q2", "umur"),
    tk.Proportion("pendidikan"),
]
SEEDS = st.integers(0, 10_000)

few = settings(max_examples=8, deadline=None)


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with TemporaryDirectory() as place:
        yield Path(place)


def tally(
    folder: Path, rows: list[sample.Person], design: tk.Design = DESIGN
) -> tk.Tally:
    file = sample.write(folder / "rows.csv", rows, fields=sample.people(0)[0])
    return tk.Survey(file, design).tally(ASKED, by="sex")


def table(tally: tk.Tally) -> list[Row]:
    return tk.Estimates.of(tally, ASKED).table()


def same(found: list[Row], expected: list[Row], factor: float = 1) -> None:
    """Equal up to the order of floating sums; totals times a factor."""
    assert len(found) == len(expected)
    for mine, its in zip(found, expected, strict=True):
        scale = factor if mine.statistic == "total" else 1
        assert (mine.by, mine.level, mine.n, mine.df, mine.flags) == (
            its.by,
            its.level,
            its.n,
            its.df,
            its.flags,
        )
        assert mine.estimate == pytest.approx(scale * its.estimate, rel=1e-12)
        # An error may be a difference that cancels, so it is held to the estimate.
        near = 1e-13 * abs(mine.estimate)
        assert mine.se == pytest.approx(scale * its.se, rel=1e-9, abs=near)


@few
@given(seed=SEEDS, parts=st.integers(1, 4), order=st.randoms(use_true_random=False))
def test_parts_add_up_to_the_whole_bit_for_bit_in_any_order(
    folder: Path, seed: int, parts: int, order: random.Random
) -> None:
    people = sample.people(seed)
    whole = tally(folder, people)
    shares: list[list[sample.Person]] = [[] for _ in range(parts)]
    for person in people:
        order.choice(shares).append(person)
    tallies = [tally(folder, share) for share in shares if share]
    order.shuffle(tallies)

    merged = reduce(add, tallies)

    assert merged == whole
    assert merged.rows == len(people)
    assert table(merged) == table(whole)


@few
@given(seed=SEEDS, kept=st.integers(1, 20))
def test_taking_responses_back_leaves_no_trace(
    folder: Path, seed: int, kept: int
) -> None:
    people = sample.people(seed)
    whole, late = tally(folder, people), tally(folder, people[kept:])

    before = whole - late

    assert before == tally(folder, people[:kept])
    assert before + late == late + before == whole


@few
@given(seed=SEEDS, cut=st.integers(1, 20))
def test_files_of_one_survey_are_read_as_one(folder: Path, seed: int, cut: int) -> None:
    people = sample.people(seed)
    parts = folder / "parts"
    parts.mkdir(exist_ok=True)
    sample.write(parts / "a.csv", people[:cut])
    sample.write(parts / "b.csv", people[cut:])

    found = tk.Survey(str(parts / "*.csv"), DESIGN).tally(ASKED, by="sex")

    assert found == tally(folder, people)


@few
@given(seed=SEEDS)
def test_one_domain_with_everybody_is_the_whole(folder: Path, seed: int) -> None:
    people = [{**person, "sex": "1"} for person in sample.people(seed)]
    file = sample.write(folder / "rows.csv", people)
    survey = tk.Survey(file, DESIGN)

    whole = survey.estimate(ASKED)
    one = survey.estimate(ASKED, by="sex")
    where = tk.Survey(file, DESIGN, where="sex = '1'").estimate(ASKED)

    figures = [[(r.estimate, r.se, r.df, r.n) for r in e.table()] for e in (whole, one)]
    assert figures[0] == figures[1]
    assert where.table() == whole.table()


@few
@given(seed=SEEDS, order=st.randoms(use_true_random=False))
def test_order_of_rows_and_names_of_units_do_not_matter(
    folder: Path, seed: int, order: random.Random
) -> None:
    people = sample.people(seed)
    names = [f"{k:02d}" for k in range(4)]
    renamed = dict(zip(names, order.sample(["x", "Y", "ü", "10"], 4), strict=True))
    strata = dict(zip("abc", order.sample("xyz", 3), strict=True))
    shuffled = [
        {**p, "desa": renamed[p["desa"]], "stratum": strata[p["stratum"]]}
        for p in order.sample(people, len(people))
    ]

    same(table(tally(folder, shuffled)), table(tally(folder, people)))


@few
@given(seed=SEEDS, factor=st.floats(1e-3, 1e6))
def test_scaling_every_weight_leaves_means_alone(
    folder: Path, seed: int, factor: float
) -> None:
    people = sample.people(seed)
    scaled = [{**p, "w": repr(float(p["w"]) * factor)} for p in people]

    same(table(tally(folder, scaled)), table(tally(folder, people)), factor)


@few
@given(seed=SEEDS)
def test_domains_add_up_to_the_total(folder: Path, seed: int) -> None:
    file = sample.write(folder / "rows.csv", sample.people(seed))
    survey = tk.Survey(file, DESIGN)

    parts = survey.total("umur", by="sex")
    whole = survey.total("umur")["umur"]

    added = parts["umur", {"sex": 1}] + parts["umur", {"sex": 2}]
    assert added.estimate == pytest.approx(whole.estimate, rel=1e-14)
    assert added.se == pytest.approx(whole.se, rel=1e-10)
    assert (added.df, added.n) == (whole.df, min(r.n for r in parts.table()))


def test_each_row_its_own_psu_has_the_same_tally_however_files_are_grouped(
    tmp_path: Path,
) -> None:
    people = sample.people(5)
    files = [
        sample.write(tmp_path / f"{k}.csv", people[k::2], people[0]) for k in range(2)
    ]
    persons = tk.Design("w", strata="stratum")

    together = tk.Survey(files, persons).tally(ASKED)
    apart = [tk.Survey(file, persons).tally(ASKED) for file in files]

    assert apart[1] + apart[0] == together
    assert len(together.cells) >= len(people)
