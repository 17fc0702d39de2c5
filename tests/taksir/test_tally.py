"""Tallies that do not hold the same sums refuse to be added."""

from dataclasses import replace
from pathlib import Path

import pytest

import taksir as tk
from taksir import errors
from taksir.tally import LIMIT
from tests.taksir import sample

DESIGN = tk.Design("w", strata="stratum", psu="desa")


@pytest.fixture
def survey(tmp_path: Path) -> tk.Survey:
    return tk.Survey(sample.write(tmp_path / "a.csv", sample.people(1)), DESIGN)


def test_unequal_scales_refuse_to_merge(survey: tk.Survey) -> None:
    fine = survey.tally([tk.Mean("umur")])
    coarse = replace(survey, bits=40).tally([tk.Mean("umur")])

    with pytest.raises(errors.UnequalScales, match=r"60 bits .*, the other 40"):
        fine + coarse
    assert tk.Estimates.of(coarse, [tk.Mean("umur")])["umur"].se == pytest.approx(
        tk.Estimates.of(fine, [tk.Mean("umur")])["umur"].se, rel=1e-9
    )


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"where": "sex = '1'"}, "where"),
        ({"design": tk.Design("w", psu="desa")}, "design"),
        ({"index": tk.Index.loads(sample.INDEX)}, "index"),
    ],
)
def test_tallies_of_other_questions_refuse_to_merge(
    survey: tk.Survey, change: dict[str, object], what: str
) -> None:
    mine = survey.tally([tk.Mean("umur")])
    other = replace(survey, **change).tally([tk.Mean("umur")])

    with pytest.raises(errors.UnequalTallies, match=f"differ in {what}"):
        mine + other
    with pytest.raises(errors.UnequalTallies, match="columns"):
        mine - survey.tally([tk.Mean("q1")])


def test_more_cannot_be_taken_away_than_is_there(survey: tk.Survey) -> None:
    whole = survey.tally([tk.Mean("umur")])
    nothing = whole - whole

    assert not nothing.cells
    with pytest.raises(errors.NotInTally, match=r"PSU '0.' of stratum"):
        nothing - whole


def test_a_sum_beyond_128_bits_is_an_error(survey: tk.Survey) -> None:
    tally = survey.tally([tk.Mean("umur")])
    huge = replace(
        tally,
        cells={c: (*s[:-1], LIMIT - 1) for c, s in tally.cells.items()},
    )

    with pytest.raises(errors.Overflow, match="the merged tally"):
        huge + tally


def test_estimates_need_the_sums_of_their_statistic(survey: tk.Survey) -> None:
    tally = survey.tally([tk.Mean("umur")])

    assert len(tk.Estimates.of(tally, [tk.Total("umur")])) == 1
    with pytest.raises(errors.BadRequest, match="not built for Mean"):
        tk.Estimates.of(tally, [tk.Mean("q1")])
    with pytest.raises(errors.BadRequest, match="not built for Proportion"):
        tk.Estimates.of(tally, [tk.Proportion("sex")])
