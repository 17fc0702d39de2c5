"""Estimates are found by name, carry flags, and combine only where it has a meaning."""

import math
from dataclasses import replace
from pathlib import Path

import pytest

import taksir as tk
from taksir import errors
from taksir.estimates import Row
from tests.taksir import sample

DESIGN = tk.Design("w", strata="stratum", psu="desa")


def survey(path: Path, people: list[sample.Person] | None = None) -> tk.Survey:
    file = sample.write(path / "people.csv", people or sample.people(1))
    return tk.Survey(file, DESIGN)


def only_row(estimates: tk.Estimates) -> Row:
    [row] = estimates.table()
    return row


def test_nobody_answered_is_flagged_and_not_a_number(tmp_path: Path) -> None:
    people = [{**p, "umur": "", "pendidikan": ""} for p in sample.people(1)]
    asked = survey(tmp_path, people)

    for row in (
        only_row(asked.mean("umur")),
        only_row(asked.total("umur")),
        only_row(asked.ratio("umur/q1")),
        only_row(asked.proportion("pendidikan")),
    ):
        assert math.isnan(row.estimate)
        assert math.isnan(row.se)
        assert (row.n, row.df, row.flags) == (0, 0, (tk.Flag.NO_ANSWERS,))


def test_a_domain_where_nobody_answered_a_category_is_flagged(tmp_path: Path) -> None:
    people = sample.people(1)
    for person in people:
        if person["sex"] == "2":
            person["pendidikan"] = ""

    rows = survey(tmp_path, people).proportion("pendidikan", by="sex").table()

    flags = {(row.by["sex"], row.flags) for row in rows}
    assert flags == {("1", ()), ("2", (tk.Flag.NO_ANSWERS,))}


def test_a_zero_denominator_is_flagged(tmp_path: Path) -> None:
    people = [{**p, "nol": "0"} for p in sample.people(1)]
    estimates = survey(tmp_path, people).ratio(["umur/nol", "nol/umur"])

    void, nothing = estimates["umur/nol"], estimates["nol/umur"]

    assert math.isnan(void.estimate)
    assert void.flags == (tk.Flag.ZERO_DENOMINATOR,)
    assert (nothing.estimate, nothing.se, nothing.flags) == (0, 0, ())
    assert (void / nothing).flags == (tk.Flag.ZERO_DENOMINATOR,)
    assert math.isnan((nothing / nothing).estimate)


def test_a_total_that_leaves_members_out_is_flagged(tmp_path: Path) -> None:
    asked = survey(tmp_path)

    assert only_row(asked.total("q1")).flags == (tk.Flag.MISSING_ITEMS,)
    assert only_row(asked.total("umur")).flags == ()


def test_a_missing_level_is_a_domain_with_a_flag(tmp_path: Path) -> None:
    rows = survey(tmp_path).mean("umur", by="pendidikan").table()

    assert [row.by["pendidikan"] for row in rows] == ["SD", "SMA", "SMP", None]
    assert [row.flags for row in rows] == [(), (), (), (tk.Flag.MISSING_LEVEL,)]


def test_a_domain_in_one_psu_of_each_stratum_has_no_interval(tmp_path: Path) -> None:
    people = sample.people(1)
    for person in people:
        person["sex"] = "2" if person["desa"] == "03" else "1"

    found = survey(tmp_path, people).mean("umur", by="sex")["umur", {"sex": 2}]

    assert found.se > 0
    assert (found.df, found.flags) == (0, (tk.Flag.NO_DF,))
    assert all(math.isnan(end) for end in found.interval())


def test_values_too_small_for_the_scale_are_flagged(tmp_path: Path) -> None:
    people = [{**p, "kecil": "1e-17", "w": "1"} for p in sample.people(1)]
    asked = survey(tmp_path, people)
    tiny = survey(tmp_path / "..", [{**p, "w": "1e-30"} for p in people])

    assert only_row(asked.mean("kecil")).flags == (tk.Flag.COARSE,)
    assert only_row(asked.mean("umur")).flags == ()
    finer = only_row(replace(asked, bits=110).mean("kecil"))
    assert (finer.estimate, finer.flags) == (pytest.approx(1e-17, rel=1e-12), ())
    assert only_row(tiny.mean("umur")).flags == (tk.Flag.ZERO_DENOMINATOR,)
    assert tk.Flag.NO_ANSWERS not in tiny.proportion("sex").table()[0].flags


def test_rows_of_weight_zero_keep_their_psu_and_count_nowhere(tmp_path: Path) -> None:
    people = sample.people(1)
    for person in people:
        if person["sex"] == "2":
            person["w"] = "0"
    weightless = survey(tmp_path, people).mean("umur")["umur"]

    domain = tk.Survey(
        sample.write(tmp_path / "all.csv", sample.people(1)), DESIGN, where="sex = '1'"
    ).mean("umur")["umur"]

    assert weightless.n == domain.n
    assert weightless.estimate == domain.estimate
    assert weightless.se == pytest.approx(domain.se, rel=1e-12)


def test_estimates_are_found_by_measure_domain_and_level(tmp_path: Path) -> None:
    asked = survey(tmp_path)
    both = asked.estimate([tk.Mean("umur"), tk.Total("umur"), tk.Proportion("sex")])

    assert both["sex", {}, 1].estimate + both["sex", {}, "2"].estimate == 1
    assert both.only("mean")["umur"].estimate == asked.mean("umur")["umur"].estimate
    with pytest.raises(
        errors.SeveralEstimates, match=r"'umur'. fits several estimates: .*mean"
    ):
        both["umur"]
    with pytest.raises(errors.SeveralEstimates, match="level '1'"):
        both["sex"]
    with pytest.raises(errors.NoSuchEstimate, match=r"'3'.*did you mean .'sex', {}, '"):
        both["sex", {}, "3"]
    with pytest.raises(errors.NoSuchEstimate, match="'ratio': there is 'mean', 'to"):
        both.only("ratio")
    assert len(both) == len(both.labels) == 4


def test_intervals_have_the_coverage_asked(tmp_path: Path) -> None:
    estimates = survey(tmp_path).mean("umur")

    narrow, wide = estimates["umur"].interval(0.5), estimates["umur"].interval()

    assert wide[0] < narrow[0] < narrow[1] < wide[1]
    row = only_row(estimates)
    assert (row.ci_low, row.ci_high) == pytest.approx(wide)
    [half] = estimates.table(coverage=0.5)
    assert (half.ci_low, half.ci_high) == pytest.approx(narrow)
    with pytest.raises(errors.BadRequest, match=r"level 95 .* not between 0 and 1"):
        estimates["umur"].interval(95)


def test_estimates_combine_only_with_estimates(tmp_path: Path) -> None:
    umur = survey(tmp_path).mean("umur")["umur"]

    with pytest.raises(TypeError):
        umur * umur  # type: ignore[operator] # that is the test
    with pytest.raises(TypeError):
        umur + 1  # type: ignore[operator] # that is the test
    with pytest.raises(TypeError):
        umur - 1  # type: ignore[operator] # that is the test


def test_change_flags_what_only_one_wave_has(tmp_path: Path) -> None:
    now = survey(tmp_path).mean("umur", by="kabupaten")
    then = survey(
        tmp_path, [{**p, "kabupaten": "52.01"} for p in sample.people(1)]
    ).mean("umur", by="kabupaten")

    rows = now.change(then).table()

    assert [row.by["kabupaten"] for row in rows] == ["52.01", "52.10", "52.2"]
    assert [row.flags for row in rows][1:] == [(tk.Flag.ONE_SIDED,)] * 2
    assert math.isnan(rows[1].estimate)


def test_nothing_changed_between_a_wave_and_itself(tmp_path: Path) -> None:
    wave = survey(tmp_path).mean("umur")

    change = wave.change(wave)["umur"]

    assert (change.estimate, change.se) == (0, 0)


def test_waves_with_other_populations_do_not_compare(tmp_path: Path) -> None:
    design = replace(DESIGN, fpc="populasi")
    people = sample.people(1)
    now = replace(survey(tmp_path, people), design=design).mean("umur")
    bigger = [{**p, "populasi": "100"} for p in people]
    then = replace(survey(tmp_path, bigger), design=design).mean("umur")
    without = survey(tmp_path, people).mean("umur")

    with pytest.raises(errors.PopulationVaries, match=r"\[8\.0, 100\.0\]\. It must"):
        now.change(then)
    with pytest.raises(errors.PopulationVaries, match=r"\[8\.0, None\]"):
        now.change(without)


def test_change_of_two_estimates_with_one_label_is_refused(tmp_path: Path) -> None:
    wave = survey(tmp_path).estimate([tk.Mean("umur"), tk.Mean("umur", given=("q1",))])

    with pytest.raises(errors.SeveralEstimates, match="'umur'"):
        wave.change(wave)
