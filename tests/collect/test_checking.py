"""Rows become answers; what does not fit is said, and the counts add up."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinergi.collect import mapping
from sinergi.collect.checking import Examiner, government_codes
from sinergi.collect.mapping import BadMapping, ColumnMapping, parse
from sinergi.collect.rules import Effect, Method, Why, age_group
from tests.collect.conftest import HEADER, SMALL_MAPPING

SCALES = {"q1": (1, 5), "q2": (1, 5)}
CODES = government_codes(["99.01", "99.02"])


def examine(*rows: str, **changes: object):
    examiner = Examiner(parse({**SMALL_MAPPING, **changes}), SCALES, CODES, first_row=2)
    text = "\n".join([HEADER, *rows])
    return examiner.examine(csv.DictReader(io.StringIO(text)))


def troubles(*rows: str, **changes: object):
    return [
        (t.row, t.column, t.value, t.why, t.effect)
        for t in examine(*rows, **changes).troubles
    ]


@pytest.mark.parametrize(
    ("row", "column", "value", "why", "effect"),
    [
        ("a,1,s,d,9901,l,20,6,1", "q1", "6", Why.OUT_OF_SCALE, Effect.BLANKED),
        ("a,1,s,d,9901,l,20,x,1", "q1", "x", Why.NOT_AN_ANSWER, Effect.BLANKED),
        ("a,1,s,d,9901,l,20,3.5,1", "q1", "3.5", Why.NOT_AN_ANSWER, Effect.BLANKED),
        ("a,1,s,d,1111,l,20,3,1", "kab", "1111", Why.UNKNOWN_GOVERNMENT, "blanked"),
        ("a,1,s,d,9901,z,20,3,1", "jk", "z", Why.UNKNOWN_SEX, Effect.BLANKED),
        ("a,1,s,d,9901,l,tua,3,1", "umur", "tua", Why.UNKNOWN_AGE, Effect.BLANKED),
        ("a,1,s,d,9901,l,200,3,1", "umur", "200", Why.UNKNOWN_AGE, Effect.BLANKED),
        ("a,1,s,d,9901,l,60-18,3,1", "umur", "60-18", Why.UNKNOWN_AGE, "blanked"),
        ("a,1,s,d,9901,l,18-999,3,1", "umur", "18-999", Why.UNKNOWN_AGE, "blanked"),
        ("a,1,s,d,9901,l,999+,3,1", "umur", "999+", Why.UNKNOWN_AGE, "blanked"),
        ("a,1,s,d,9901,l,٣٠,3,1", "umur", "٣٠", Why.UNKNOWN_AGE, Effect.BLANKED),
        ("a,1,s,d,9901,l,20,٤,1", "q1", "٤", Why.NOT_AN_ANSWER, Effect.BLANKED),
        ("a,٤,s,d,9901,l,20,3,1", "w", "٤", Why.BAD_WEIGHT, Effect.LEFT_OUT),
        ("a,1e99,s,d,9901,l,20,3,1", "w", "1e99", Why.BAD_WEIGHT, Effect.LEFT_OUT),
        ("a,,s,d,9901,l,20,3,1", "w", "", Why.NO_WEIGHT, Effect.LEFT_OUT),
        ("a,-1,s,d,9901,l,20,3,1", "w", "-1", Why.BAD_WEIGHT, Effect.LEFT_OUT),
        ("a,0,s,d,9901,l,20,3,1", "w", "0", Why.BAD_WEIGHT, Effect.LEFT_OUT),
        ('a,"1,5",s,d,9901,l,20,3,1', "w", "1,5", Why.BAD_WEIGHT, Effect.LEFT_OUT),
        ("a,1,,d,9901,l,20,3,1", "strat", "", Why.NO_STRATUM, Effect.LEFT_OUT),
        ("a,1,s,,9901,l,20,3,1", "desa", "", Why.NO_PSU, Effect.LEFT_OUT),
        (",1,s,d,9901,l,20,3,1", "id", "", Why.NO_RESPONDENT, Effect.LEFT_OUT),
    ],
)
def test_what_is_wrong_is_named_with_row_column_value(row, column, value, why, effect):
    assert troubles(row) == [(2, column, value, why, effect)]


def test_a_respondent_counts_once():
    row = "a,1,s,d,9901,l,20,3,1"

    checked = examine(row, row)

    assert [(t.row, t.why) for t in checked.troubles] == [(3, Why.DUPLICATE_RESPONDENT)]
    assert len(checked.kept) == 1


@pytest.mark.parametrize("first", ["a,,s,d,9901,l,20,3,1", "a,1,s,,9901,l,20,3,1"])
def test_a_row_left_out_takes_nothing_from_the_same_respondent(first):
    checked = examine(first, "a,1,s,d,9901,l,20,4,1", "a,1,s,d,9901,l,20,5,1")

    assert [kept.items["q1"] for kept in checked.kept] == [4]
    assert [trouble.row for trouble in checked.troubles] == [2, 4]
    assert checked.troubles[1].why is Why.DUPLICATE_RESPONDENT


@pytest.mark.parametrize("written", ["4", "4.0", " 4 ", "+4", "Setuju", "SETUJU "])
def test_ways_to_write_the_same_answer(written):
    [kept] = examine(f"a,1,s,d,99.01,l,20,{written},1").kept

    assert kept.items == {"q1": 4, "q2": 1}


@pytest.mark.parametrize("written", ["", " ", "99"])
def test_blanks_are_blank_and_no_trouble(written):
    checked = examine(f"a,1,s,d,9901,l,20,{written},1")

    assert checked.troubles == []
    assert checked.blank == {"q1": 1}
    assert checked.kept[0].items["q1"] is None


@pytest.mark.parametrize("written", ["99.01", "9901", "9901.0"])
def test_ways_to_write_the_code_of_a_government(written):
    [kept] = examine(f"a,1,s,d,{written},l,20,3,1").kept

    assert kept.domains["kabupaten"] == "99.01"


def test_domains_are_recoded_before_they_are_read():
    recode = {"kabupaten": {"Kabupaten Satu": "9901"}, "sex": {"2": "female"}}
    [kept] = examine("a,1,s,d,kabupaten satu,2,60+,3,1", recode=recode).kept

    assert kept.domains == {"kabupaten": "99.01", "sex": "female", "age": "60+"}


@pytest.mark.parametrize(
    ("years", "group"), [(0, "0-17"), (17, "0-17"), (18, "18-29"), (60, "60+")]
)
def test_an_age_falls_into_its_group(years, group):
    assert age_group(years, (18, 30, 60)) == group


cells = st.sampled_from(["", "1", "5", "6", "x", "99", "9901", "0", "l", "-3", "a"])


@given(st.lists(st.lists(cells, min_size=9, max_size=9), max_size=15))
def test_counts_add_up_whatever_stands_in_the_file(rows):
    checked = examine(*(",".join(row) for row in rows))

    assert checked.rows == len(checked.kept) + checked.rows_left_out
    cells = checked.answered + checked.cells_blank + checked.cells_blanked
    assert cells == len(checked.kept) * len(SCALES)
    left_out = {t.row for t in checked.troubles if t.effect is Effect.LEFT_OUT}
    assert len(left_out) == checked.rows_left_out
    blanked = [t for t in checked.troubles if t.column in SCALES]
    assert len(blanked) == checked.cells_blanked


# Mappings


def codes_of(data: dict, *, method: Method = Method.PROBABILITY) -> set[str]:
    with pytest.raises(BadMapping) as refused:
        mapping.check(
            parse(data), items=list(SCALES), columns=HEADER.split(","), method=method
        )
    return {finding.code for finding in refused.value.findings}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"weight": "bobot"}, "mapping_no_column"),
        ({"weight": ""}, "mapping_design_missing"),
        ({"psu": ""}, "mapping_design_missing"),
        ({"items": {"q1": "q1"}}, "mapping_item_missing"),
        ({"items": {"q1": "q1", "q2": "q1"}}, "mapping_twice"),
        ({"items": {"q1": "q1", "q2": "q2", "q3": "id"}}, "mapping_no_item"),
        ({"domains": {"agama": "kab"}}, "mapping_no_domain"),
        ({"recode": {"q9": {"a": "1"}}}, "mapping_no_target"),
    ],
)
def test_a_mapping_that_cannot_be_followed_is_refused(change, code):
    assert code in codes_of({**SMALL_MAPPING, **change})


def test_self_selected_answers_take_no_weight():
    assert codes_of(SMALL_MAPPING, method=Method.SELF_SELECTED) == {
        "mapping_design_unwanted"
    }


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({"bobot": "w"}, "mapping_key"),
        ({"items": ["q1"]}, "mapping_kind"),
        ({"recode": {"sex": "x"}}, "mapping_kind"),
        ({"age_bands": [30, 18]}, "mapping_kind"),
    ],
)
def test_a_mapping_that_is_none_is_refused(data, code):
    with pytest.raises(BadMapping) as refused:
        parse(data)

    assert [finding.code for finding in refused.value.findings] == [code]


def test_columns_are_guessed_by_name_and_without_groups():
    columns = ["main/Q1", "g:q2", "Bobot", "STRATA", "PSU", "gender", "umur"]

    guess = mapping.guess(columns, items=["q1", "q2"], method=Method.PROBABILITY)

    assert guess.items == {"q1": "main/Q1", "q2": "g:q2"}
    assert (guess.weight, guess.strata, guess.psu) == ("Bobot", "STRATA", "PSU")
    assert guess.domains == {"kabupaten": "", "sex": "gender", "age": "umur"}


def test_a_saved_mapping_goes_before_guesses_where_its_columns_are_there():
    saved = ColumnMapping(items={"q1": "jawaban1", "q2": "hilang"}, blank=("99",))

    guess = mapping.guess(
        ["jawaban1", "q1", "q2"],
        items=["q1", "q2"],
        method=Method.SELF_SELECTED,
        saved=saved,
    )

    assert guess.items == {"q1": "jawaban1", "q2": "q2"}
    assert guess.blank == ("99",)


def test_a_mapping_survives_being_kept():
    chosen = parse(SMALL_MAPPING)

    assert parse(chosen.as_data()) == chosen
