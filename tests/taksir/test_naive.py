"""Estimates equal a row-by-row textbook computation on a simulated sample."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

import taksir as tk
from tests.taksir import naive, sample

DESIGN = tk.Design("w", strata="stratum", psu="desa")


@pytest.fixture
def people() -> list[sample.Person]:
    return sample.people(seed=1)


@pytest.fixture
def file(tmp_path: Path, people: list[sample.Person]) -> Path:
    return sample.write(tmp_path / "people.csv", people)


def close(estimate: tk.Estimate, expected: tuple[float, float, int]) -> None:
    value, se, n = expected
    assert estimate.estimate == pytest.approx(value, rel=1e-12)
    assert estimate.se == pytest.approx(se, rel=1e-10)
    assert estimate.n == n


def _member(domain: Mapping[str, str | None]) -> Callable[[sample.Person], bool]:
    return lambda person: all(person[k] == level for k, level in domain.items())


@pytest.mark.parametrize("psu", ["desa", None])
@pytest.mark.parametrize("fpc", [None, "populasi"])
def test_mean_total_and_ratio(
    file: Path, people: list[sample.Person], psu: str | None, fpc: str | None
) -> None:
    if psu is None and fpc is not None:
        # The population of a sample of persons: more than there are in it.
        people = [{**person, "populasi": "97"} for person in people]
        sample.write(file, people)
    survey = tk.Survey(file, tk.Design("w", "stratum", psu, fpc))
    q1, umur, belanja = (naive.number(name) for name in ("q1", "umur", "belanja"))

    found = survey.estimate(
        [tk.Mean("q1"), tk.Total("belanja"), tk.Ratio("q1", "umur")]
    )

    with_fpc = fpc is not None
    close(found["q1"], naive.ratio(people, q1, psu=psu, fpc=with_fpc))
    close(found["belanja"], naive.total(people, belanja, psu=psu, fpc=with_fpc))
    close(found["q1/umur"], naive.ratio(people, q1, umur, psu=psu, fpc=with_fpc))


def test_a_domain_keeps_psus_without_members(
    file: Path, people: list[sample.Person]
) -> None:
    by_column = tk.Survey(file, DESIGN).mean("q1", by="sex")["q1", {"sex": 2}]
    by_where = tk.Survey(file, DESIGN, where="sex = '2'").mean("q1")["q1"]

    expected = naive.ratio(
        people, naive.number("q1"), inside=lambda person: person["sex"] == "2"
    )
    close(by_column, expected)
    close(by_where, expected)
    assert by_where.df == by_column.df == 9 - 3  # PSU 00 of 3 strata has none


def test_domains_cross_and_keep_their_codes(
    file: Path, people: list[sample.Person]
) -> None:
    found = tk.Survey(file, DESIGN).mean("umur", by=["kabupaten", "sex"])

    for row in found.table():
        expected = naive.ratio(
            people,
            naive.number("umur"),
            inside=_member(row.by),
        )
        close(found["umur", row.by], expected)
    levels = list(dict.fromkeys(row.by["kabupaten"] for row in found.table()))
    assert levels == ["52.01", "52.10", "52.2"]


def test_proportions_share_the_denominator_of_those_who_answered(
    file: Path, people: list[sample.Person]
) -> None:
    found = tk.Survey(file, DESIGN).proportion("pendidikan", by="sex")

    for row in found.table():
        level, sex = row.level or "", row.by["sex"]
        expected = naive.ratio(
            people,
            naive.is_level("pendidikan", level),
            inside=_member(row.by),
        )
        close(found["pendidikan", {"sex": sex}, level], expected)
    assert {row.level for row in found.table()} == {"SD", "SMP", "SMA"}


def test_listwise_counts_only_who_answered_everything(
    file: Path, people: list[sample.Person]
) -> None:
    survey = tk.Survey(file, DESIGN)
    whole = [p for p in people if p["q1"] and p["pendidikan"]]

    def inside(person: sample.Person) -> bool:
        return person in whole

    both = survey.estimate(
        [
            tk.Mean("q1", given=("pendidikan", "q1")),
            tk.Proportion("pendidikan", given=("pendidikan", "q1")),
        ]
    )
    pair = survey.mean(["q1", "q2"], listwise=True)

    close(both["q1"], naive.ratio(people, naive.number("q1"), inside=inside))
    sd = naive.is_level("pendidikan", "SD")
    close(both["pendidikan", {}, "SD"], naive.ratio(people, sd, inside=inside))
    assert (
        pair["q1"].n == pair["q2"].n == sum(bool(p["q1"] and p["q2"]) for p in people)
    )


def test_the_index_is_scored_person_by_person(
    file: Path, people: list[sample.Person]
) -> None:
    index = tk.Index.loads(sample.INDEX)

    found = tk.Survey(file, DESIGN, index).mean(index.measures)

    for name in index.measures:
        expected = naive.ratio(people, lambda p, name=name: naive.score(p)[name])
        close(found[name], expected)


def test_covariance_is_that_of_the_difference(file: Path) -> None:
    survey = tk.Survey(file, DESIGN)
    found = survey.mean(["q1", "q2"], listwise=True)

    a, b = found["q1"], found["q2"]

    v = found.covariance
    assert (a - b).se ** 2 == pytest.approx(v[0, 0] + v[1, 1] - 2 * v[0, 1])
    assert (a + b).se ** 2 == pytest.approx(v[0, 0] + v[1, 1] + 2 * v[0, 1])
    assert (2 * a).se == pytest.approx(2 * a.se)
    assert (-a / 2).estimate == pytest.approx(-a.estimate / 2)
    assert (a / b).se == pytest.approx(
        (a - (a.estimate / b.estimate) * b).se / b.estimate
    )


def test_change_credits_the_psus_that_both_waves_share(tmp_path: Path) -> None:
    then = sample.people(seed=2)
    now = [
        {**p, "desa": p["desa"] if p["desa"] < "03" else f"9{p['desa']}", "id": f"{k}"}
        for k, p in enumerate(sample.people(seed=3))
    ]
    waves = [
        tk.Survey(sample.write(tmp_path / f"{name}.csv", rows), DESIGN)
        for name, rows in (("now", now), ("then", then))
    ]

    change = waves[0].mean("umur", by="sex").change(waves[1].mean("umur", by="sex"))

    both = [{**p, "wave": "2", "id": f"now {p['id']}"} for p in now]
    both += [{**p, "wave": "1"} for p in then]
    stacked = tk.Survey(sample.write(tmp_path / "both.csv", both), DESIGN)
    one = stacked.mean("umur", by=["wave", "sex"])
    for sex in "12":
        expected = (
            one["umur", {"wave": 2, "sex": sex}] - one["umur", {"wave": 1, "sex": sex}]
        )
        found = change["umur", {"sex": sex}]
        assert found.estimate == pytest.approx(expected.estimate, rel=1e-12)
        assert found.se == pytest.approx(expected.se, rel=1e-12)
        assert (found.df, found.n) == (expected.df, expected.n)
    assert {row.statistic for row in change.table()} == {"change of mean"}
