"""What can go wrong is named, with the values and the way out."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import taksir as tk
from taksir import errors
from taksir.readers import files
from tests.taksir import sample

DESIGN = tk.Design("w", strata="stratum", psu="desa", fpc="populasi")
INDEX = tk.Index.loads(sample.INDEX)

Change = Callable[[sample.Person], None]


@pytest.fixture
def survey(tmp_path: Path) -> Callable[..., tk.Survey]:
    """A survey of which some respondents have been changed."""

    def make(change: Change = lambda _: None, **options: object) -> tk.Survey:
        people = sample.people(7)
        for person in people[:3]:
            change(person)
        file = sample.write(tmp_path / "people.csv", people)
        return replace(tk.Survey(file, DESIGN, INDEX), **options)

    return make


Make = Callable[..., tk.Survey]


@pytest.mark.parametrize(
    ("column", "value", "error", "says"),
    [
        ("w", "", errors.MissingWeight, "3 rows of .*people.csv have no weight in 'w'"),
        ("w", "-2", errors.NegativeWeight, "3 rows .* 'w', for example -2"),
        ("w", "dua", errors.NotNumeric, "'w' .*; 3 rows do not, for example 'dua'"),
        ("w", "inf", errors.NotNumeric, "'inf'"),
        ("w", "1e300", errors.Overflow, "60 bits"),
        ("stratum", "", errors.MissingDesignValue, "'stratum'"),
        ("desa", "", errors.MissingDesignValue, "'desa'"),
        ("populasi", "", errors.MissingDesignValue, "'populasi'"),
        ("populasi", "9", errors.PopulationVaries, "'a' has several .*: .8.0, 9.0."),
        ("q1", "6", errors.OutOfScale, "'q1' .* 3 answers outside 1 to 5, .* 6"),
        ("q1", "2,5", errors.NotNumeric, "'q1' .* '2,5'. .* decimals with a point"),
        ("q1", "1_3", errors.NotNumeric, "'1_3'"),
        (
            "stratum",
            "z",
            errors.LonelyPSU,
            "Stratum 'z' has one PSU .'00'.. Other strata with only one: 0",
        ),
    ],
)
def test_rows_that_break_a_rule_are_named(
    survey: Make, column: str, value: str, error: type, says: str
) -> None:
    def change(person: sample.Person) -> None:
        person[column] = value
        if column == "stratum":
            person.update(populasi="5", desa="00")

    with pytest.raises(error, match=says):
        survey(change).mean(["skor", "umur"])


def test_more_sampled_psus_than_the_population_has_is_named(survey: Make) -> None:
    people = [{**person, "populasi": "0.25"} for person in sample.people(7)]
    made = survey()
    sample.write(Path(str(made.source)), people)

    with pytest.raises(errors.PopulationTooSmall, match=r"4 sampled .* of 0\.25"):
        made.mean("umur")


def test_a_census_stratum_of_one_psu_adds_no_error(survey: Make) -> None:
    def change(person: sample.Person) -> None:
        person.update(stratum="z", populasi="1", desa="99")

    whole = survey(change).mean("umur")["umur"]

    assert whole.se > 0


def test_blank_cells_are_unanswered(survey: Make) -> None:
    blank = survey(lambda person: person.update(umur="  ")).mean("umur")["umur"]

    assert blank.n == len(sample.people(7)) - 3


@pytest.mark.parametrize(
    ("ask", "error", "says"),
    [
        (lambda s: s.mean("umr"), errors.NoSuchColumn, "'umr' .* did you mean 'umur'"),
        (lambda s: s.mean("Skor"), errors.NoSuchColumn, "did you mean 'skor'"),
        (lambda s: s.mean("xyz"), errors.NoSuchColumn, "there is 'id', .* 9 more"),
        (lambda s: s.mean("umur", by="sax"), errors.NoSuchColumn, "mean 'sex'"),
        (lambda s: s.mean("umur", by=["sex", "sex"]), errors.BadRequest, "twice"),
        (lambda s: s.mean([]), errors.BadRequest, "Nothing is asked"),
        (lambda s: s.ratio("umur"), errors.BadRequest, "not 'umur'"),
        (lambda s: s.ratio(["a/b/c"]), errors.BadRequest, "not 'a/b/c'"),
        (lambda s: s.ratio("/umur"), errors.BadRequest, "not '/umur'"),
    ],
)
def test_questions_without_a_meaning_are_named(
    survey: Make, ask: Callable[[tk.Survey], object], error: type, says: str
) -> None:
    with pytest.raises(error, match=says):
        ask(survey())


@pytest.mark.parametrize(
    ("where", "error", "says"),
    [
        ("sx = '1'", errors.NoSuchColumn, "'sx' .* did you mean 'sex'"),
        ("sex = ", errors.BadCondition, "'sex = ' cannot be used"),
        ("sex", errors.BadCondition, "'sex' cannot be used|Could not convert"),
        ("pendidikan > 3", errors.BadCondition, "Could not convert|explicit cast"),
        ("nosuch(sex)", errors.BadCondition, "nosuch"),
        ("sex = '3'", errors.EmptyDomain, "meets the condition .sex = '3'"),
    ],
)
def test_conditions_that_cannot_be_used_are_named(
    survey: Make, where: str, error: type, says: str
) -> None:
    with pytest.raises(error, match=says):
        survey(where=where).mean("umur")


def test_a_condition_may_end_in_a_comment(survey: Make) -> None:
    found = survey(where="sex = '2' -- women").mean("umur")["umur"]

    assert 0 < found.n < len(sample.people(7))


def test_a_design_column_that_is_not_there_is_named(survey: Make) -> None:
    with pytest.raises(
        errors.NoSuchColumn, match=r"'strata' .* did you mean 'stratum'"
    ):
        survey(design=tk.Design("w", strata="strata")).mean("umur")


def test_a_contradictory_design_is_refused() -> None:
    with pytest.raises(errors.BadDesign, match="'w' has two roles"):
        tk.Design("w", strata="w")
    with pytest.raises(errors.BadDesign, match="lonely='adjust' is not known"):
        tk.Design("w", lonely="adjust")  # type: ignore[arg-type] # that is the test


def test_a_score_that_is_also_a_column_is_not_chosen(tmp_path: Path) -> None:
    people = [{**person, "skor": "1"} for person in sample.people(7)]
    file = sample.write(tmp_path / "people.csv", people)

    with pytest.raises(errors.AmbiguousMeasure, match=r"'skor' is computed .* and is"):
        tk.Survey(file, DESIGN, INDEX).mean("skor")


def test_a_column_that_cannot_hold_numbers_is_named(tmp_path: Path) -> None:
    file = tmp_path / "dates.parquet"
    files.write_parquet(
        file,
        {"w": [1, 1], "on": ["2026-03-04", "2026-03-05"]},
        {"w": "DOUBLE", "on": "DATE"},
        ["on"],
    )

    with pytest.raises(errors.WrongType, match=r"'on' .* is of type DATE"):
        tk.Survey(file, tk.Design("w")).mean("on")


def test_files_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    def mean(*sources: str | Path) -> object:
        return tk.Survey(list(sources), tk.Design("w")).mean("x")

    for name, content in {
        "ok.csv": "w,x\n1,2\n1,3\n",
        "other.csv": "w,y\n1,2\n",
        "none.csv": "w,x\n",
        "ragged.csv": "w,x\n1\n",
        "bad.parquet": "w,x\n1,2\n",
        "note.txt": "w,x\n1,2\n",
    }.items():
        (tmp_path / name).write_text(content)
    ok = tmp_path / "ok.csv"

    with pytest.raises(errors.NoSuchFile, match="nowhere"):
        mean(tmp_path / "nowhere*.csv")
    with pytest.raises(errors.NoSuchFile, match=r"\[\]"):
        mean()
    with pytest.raises(errors.UnreadableFile, match=r"folder\. .* '.*/\*\.parquet'"):
        mean(tmp_path)
    with pytest.raises(errors.UnknownFormat, match=r"note\.txt"):
        mean(tmp_path / "note.txt")
    with pytest.raises(errors.UnknownFormat, match=r"bad\.parquet"):
        mean(ok, tmp_path / "bad.parquet")
    with pytest.raises(errors.UnreadableFile, match=r"bad\.parquet"):
        mean(tmp_path / "bad.parquet")
    with pytest.raises(errors.UnreadableFile, match=r"cells of line 2 are 1, .* 2"):
        mean(tmp_path / "ragged.csv")
    with pytest.raises(errors.UnreadableFile, match=r"ragged\.csv.* line 2"):
        mean(ok, tmp_path / "ragged.csv")
    with pytest.raises(errors.ColumnsDiffer, match=r"missing \['x'\], extra \['y'\]"):
        mean(ok, tmp_path / "other.csv")
    with pytest.raises(errors.NoRows, match=r"none\.csv has no rows.* a row for every"):
        mean(tmp_path / "none.csv")
    assert len(tk.Survey([ok, str(ok)], tk.Design("w")).mean("x")) == 1


def test_a_file_one_may_not_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.csv"
    file.write_text("w,x\n1,2\n")
    definition = tmp_path / "index.toml"
    definition.write_text(sample.INDEX)

    def shut(*_: object, **__: object) -> str:
        raise PermissionError

    monkeypatch.setattr("os.access", lambda *_: False)
    monkeypatch.setattr(Path, "read_text", shut)

    with pytest.raises(errors.UnreadableFile, match="no right to read it"):
        tk.Survey(file, tk.Design("w")).mean("x")
    with pytest.raises(errors.UnreadableFile, match="no right to read it"):
        tk.Index.load(definition)


def test_an_error_carries_its_values(survey: Make) -> None:
    with pytest.raises(tk.TaksirError) as caught:
        survey(lambda person: person.update(w="")).mean("umur")

    error = caught.value
    assert isinstance(error, errors.MissingWeight)
    assert (error.column, error.rows) == ("w", 3)
