"""Estimates, standard errors and covariances equal R's survey package to 1e-9."""

import csv
import json
import re
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import taksir as tk
from taksir.variance import covariance

TOLERANCE = 1e-9

DESIGNS = {
    "strat": tk.Design("pw", strata="stype", fpc="fpc"),
    "strat_nofpc": tk.Design("pw", strata="stype"),
    "clus1": tk.Design("pw", psu="dnum", fpc="fpc"),
    "w1": tk.Design("w", strata="stratum", psu="psu"),
    "both": tk.Design("w", strata="stratum", psu="psu"),
}
FILES = {
    "strat": "apistrat",
    "strat_nofpc": "apistrat",
    "clus1": "apiclus1",
    "w1": "city_a",
    "both": "city_a",
}

# Cases of these designs that are not compared, by estimator, and why. Whoever adds
# the estimator takes its line out.
NOT_COMPARED = {
    "ciprop": "intervals of proportions are Student's t, as of every estimate",
    "quantile": "quantiles are not estimated",
    "quantile_woodruff_old": "quantiles are not estimated",
    "chisq": "tests of independence are not made",
    "table": "weighted tables of two categories are totals, compared as `count`",
    "ttest": "a t test is the difference of two domains, compared as `contrast`",
    "ranktest": "rank tests are not made",
    "population_variance": "variances of variables are not estimated",
    "population_covariance": "covariances of variables are not estimated",
    "glm": "regressions are not fitted",
    "wald_term_test": "regressions are not fitted",
    "reliability": "reliability is not estimated",
}
LOGARITHM = "only ratios and linear combinations of estimates are computed"

Case = dict[str, Any]
Answer = Callable[[tk.Survey, Case], list[tk.Estimate]]


def _reference(of_designs: Collection[str] = tuple(DESIGNS)) -> list[Case]:
    """Every case of the designs; none where the reference is not there."""
    folder = Path(__file__).parents[3] / "shared/r_reference/expected"
    files = [folder / f"{name}.json" for name in dict.fromkeys(FILES.values())]
    return [
        case
        for file in files
        if file.is_file()
        for case in json.loads(file.read_text())["cases"]
        if case.get("design") in of_designs
    ]


def _excused(case: Case) -> str | None:
    return NOT_COMPARED.get(case["estimator"]) or (
        LOGARITHM if "log(" in case["r"] else None
    )


def _compared() -> list[Any]:
    found = [pytest.param(c, id=c["id"]) for c in _reference() if not _excused(c)]
    missing = pytest.mark.skip(reason="the R reference is not beside the repository")
    return found or [pytest.param({}, id="no reference", marks=missing)]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory, shared: Path) -> dict[str, Path]:
    """The files of R, with the rows of wave 1 apart and a few columns derived."""
    folder = tmp_path_factory.mktemp("r")
    found = {}
    for design, name in FILES.items():
        with (shared / f"r_reference/data/{name}.csv").open(newline="") as file:
            rows = list(csv.DictReader(file))
        if design == "w1":
            rows = [row for row in rows if row["wave"] == "1"]
        for row in rows:
            row["one"] = "1"
            a, b = ("age", "edu") if "edu" in row else ("stype", "award")
            row["interaction"] = f"{row[a]}.{row[b]}"
        found[design] = folder / f"{design}.csv"
        with found[design].open("w", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    return found


def _mean(survey: tk.Survey, case: Case) -> list[tk.Estimate]:
    names = case["vars"]
    estimates = survey.mean(names, listwise=True)
    return [estimates[name] for name in names]


def _total(survey: tk.Survey, case: Case) -> list[tk.Estimate]:
    names = case["vars"]
    estimates = survey.total(names, listwise=True)
    return [estimates[name] for name in names]


def _count(survey: tk.Survey, case: Case) -> list[tk.Estimate]:
    [category] = case["vars"]
    estimates = survey.total("one", by=category)
    levels = [label.split(")")[1] for label in case["labels"]]
    return [estimates["one", {category: level}] for level in levels]


def _ratio(survey: tk.Survey, case: Case) -> list[tk.Estimate]:
    [label] = case["labels"]
    return [survey.ratio(label)[label]]


def _proportion(survey: tk.Survey, case: Case) -> list[tk.Estimate]:
    name = case["vars"][0] if len(case["vars"]) == 1 else "interaction"
    estimates = survey.proportion(name)
    levels = [label.split(")")[1] for label in case["labels"]]
    return [estimates[name, {}, level] for level in levels]


def _domain(survey: tk.Survey, case: Case) -> list[tk.Estimate]:
    ask = survey.total if case["estimator"] == "domain_total" else survey.mean
    names, by = case["vars"], case["by"]
    estimates = ask(names, by=by, listwise=len(names) > 1)
    found: list[tk.Estimate] = []
    for label in case["labels"]:
        if label == "DIFF":
            found.append(found[0] - found[1])
            continue
        levels, _, name = label.partition(":")
        domain = dict(zip(by, levels.split("."), strict=True))
        found.append(estimates[name or names[0], domain])
    return found


def _domain_ratio(survey: tk.Survey, case: Case) -> list[tk.Estimate]:
    above, below = re.findall(
        r"~([\w.]+)", case["r"].replace(", ~" + case["by"][0], "")
    )
    [by] = case["by"]
    estimates = survey.ratio((above, below), by=by)
    return [estimates[f"{above}/{below}", {by: level}] for level in case["labels"]]


def _domain_proportion(survey: tk.Survey, case: Case) -> list[tk.Estimate]:
    [name], [by] = case["vars"], case["by"]
    estimates = survey.proportion(name, by=by)
    pairs = [label.split(f":factor({name})") for label in case["labels"]]
    return [estimates[name, {by: domain}, level] for domain, level in pairs]


def _contrast(survey: tk.Survey, case: Case) -> list[tk.Estimate]:
    if "levels" not in case:
        first, second = _mean(survey, case)
        return [0.5 * first + second / 2]
    [name], [by] = case["vars"], case["by"]
    estimates = survey.mean(name, by=by)
    first, second = (estimates[name, {by: level}] for level in case["levels"])
    return [first - second if case["estimator"] == "contrast" else first / second]


def _change(survey: tk.Survey, case: Case) -> list[tk.Estimate]:
    """Waves as two surveys of two files, so that only PSU identifiers join them."""
    by = [name for name in case["by"] if name != "wave"]
    waves = {wave: _wave(survey, wave).mean("index", by=by) for wave in "12"}
    change = waves["2"].change(waves["1"])
    found = []
    for label in case["labels"]:
        if label == "change":
            found.append(change["index"])
        elif label == "rel_change":
            found.append(waves["2"]["index"] / waves["1"]["index"])
        elif label.startswith("change_district"):
            district = label.removeprefix("change_district")
            found.append(change["index", {"district": district}])
        else:
            *domain, wave = label.split(".")
            key = dict(zip(by, domain, strict=True))
            # R has one design over both waves: so many PSUs, whichever the wave.
            found.append(waves[wave]["index", key].on(change.frame))
    return found


def _wave(survey: tk.Survey, wave: str) -> tk.Survey:
    whole = Path(str(survey.source))
    part = whole.with_name(f"wave{wave}.csv")
    with whole.open(newline="") as file, part.open("w", newline="") as out:
        rows = csv.DictReader(file)
        writer = csv.DictWriter(out, list(rows.fieldnames or ()))
        writer.writeheader()
        writer.writerows(row for row in rows if row["wave"] == wave)
    return tk.Survey(part, survey.design)


ANSWERS: dict[str, Answer] = {
    "mean": _mean,
    "total": _total,
    "count": _count,
    "ratio": _ratio,
    "proportion": _proportion,
    "domain_mean": _domain,
    "domain_total": _domain,
    "domain_ratio": _domain_ratio,
    "domain_proportion": _domain_proportion,
    "contrast": _contrast,
    "contrast_nonlinear": _contrast,
    "change": _change,
}


@pytest.mark.parametrize("case", _compared())
def test_agrees_with_r_survey(case: Case, data: dict[str, Path]) -> None:
    survey = tk.Survey(data[case["design"]], DESIGNS[case["design"]])
    if case["estimator"] == "domain_df":
        [by] = case["by"]
        domains = survey.total("one", by=by)
        df = [domains["one", {by: level}].df for level in case["labels"]]
        assert df == case["est"]
        return

    found = ANSWERS[case["estimator"]](survey, case)

    values = np.array([each.estimate for each in found])
    values -= [label == "rel_change" for label in case["labels"]]
    expected = np.atleast_1d(case["est"])
    assert values == pytest.approx(expected, rel=TOLERANCE, abs=0)
    # R leaves some 1e-17 of rounding where an error is exactly 0.
    floor = 1e-14 * np.abs(expected).max()
    se = np.atleast_1d(case["se"])
    assert [each.se for each in found] == pytest.approx(se, rel=TOLERANCE, abs=floor)
    assert {each.frame.df for each in found} == {case["df"]}
    if "vcov" in case:
        matrix = covariance(np.column_stack([each.z for each in found]), found[0].frame)
        allowed = TOLERANCE * np.outer(se, se) + floor**2
        assert (np.abs(matrix - case["vcov"]) <= allowed).all()
    if case["estimator"] in ("mean", "total", "ratio", "proportion"):
        ends = [each.interval() for each in found]
        assert np.array(ends) == pytest.approx(np.array(case["ci95_t"]), rel=TOLERANCE)


def test_every_case_of_the_designs_is_compared_or_excused(shared: Path) -> None:
    found = {case["estimator"] for case in _reference() if not _excused(case)}

    assert found == {*ANSWERS, "domain_df"}


def test_a_score_of_the_index_is_what_r_computed(data: dict[str, Path]) -> None:
    definition = "".join(
        f'[pillars.p{k}]\nitems{k} = ["q{3 * k - 2}", "q{3 * k - 1}", "q{3 * k}"]\n'
        for k in range(1, 5)
    )
    index = tk.Index.loads(
        "[index]\nname = 'city'\nscale = [1, 5]\nreported = [0, 100]\n"
        f"[minimum]\nindicator = 1\n{definition}"
    )
    survey = tk.Survey(data["w1"], DESIGNS["w1"], index)

    scored = survey.mean(["city", *index.pillars], by="district")

    direct = survey.mean(["index", *(f"pillar{k}" for k in range(1, 5))], by="district")
    pairs = zip(scored.table(), direct.table(), strict=True)
    for mine, rs in pairs:
        assert (mine.n, mine.df) == (rs.n, rs.df)
        assert mine.estimate == pytest.approx(rs.estimate, rel=1e-13)
        assert mine.se == pytest.approx(rs.se, rel=1e-11)
