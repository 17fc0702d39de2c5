"""Survey files are read cell by cell and written to the same bytes."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

import taksir as tk
from taksir import errors
from taksir.faults import StoreFault
from taksir.readers import files
from taksir.readers.files import Column

DATA = {"id": [3, 1, None], "nama": ["c", None, "a"], "nilai": [0.1, 2.5, 1e-9]}
TYPES = {"id": "BIGINT", "nama": "VARCHAR", "nilai": "DOUBLE"}


def csv(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def test_every_cell_of_a_csv_is_text_and_an_empty_one_is_none(tmp_path: Path) -> None:
    file = csv(tmp_path / "a.csv", 'kode,nilai\n0052.10,"1,5"\n"",\n7, \n')

    assert files.columns(file) == [
        Column("kode", "VARCHAR"),
        Column("nilai", "VARCHAR"),
    ]
    assert list(files.rows(file)) == [
        {"kode": "0052.10", "nilai": "1,5"},
        {"kode": None, "nilai": None},
        {"kode": "7", "nilai": " "},
    ]
    assert files.count(file) == 3


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_spreadsheets_separate_cells_as_they_like(
    tmp_path: Path, delimiter: str, encoding: str
) -> None:
    text = delimiter.join(["satu", '"dua\r\n2"', ""]) + "\r\n"
    text += delimiter.join(["ä", '"say ""hi"""', "z"]) + "\r\n"
    file = csv(tmp_path / "a.csv", text, encoding)

    assert list(files.rows(file)) == [
        {"satu": "ä", "dua\r\n2": 'say "hi"', "column3": "z"}
    ]


def test_a_part_of_a_file_can_be_read(tmp_path: Path) -> None:
    file = csv(tmp_path / "a.csv", "n\n" + "".join(f"{k}\n" for k in range(30)))

    part = [row["n"] for row in files.rows(file, offset=10, limit=3)]

    assert part == ["10", "11", "12"]
    assert len(list(files.rows(file, offset=28))) == 2
    assert list(files.rows(file, limit=0)) == []


def test_a_compressed_csv_and_a_name_with_brackets_are_read(tmp_path: Path) -> None:
    file = tmp_path / "wave [1]*.csv.gz"
    file.write_bytes(gzip.compress(b"w,x\n1,2\n1,4\n"))

    assert files.count(file) == 2
    assert tk.Survey(file, tk.Design("w")).mean("x")["x"].estimate == 3


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "no header line. Write the names"),
        (b"a,A\n1,2\n", "columns 1 and 2 are both named 'A'"),
        (b"a,b\n1,2\n3\n", "cells of line 3 are 1, of the header line 2 .*','"),
        (b"a\n1\n2,3\n", "cells of line 3 are 2"),
        (b"a,b\n1,\xe9\n", "line 2 has a letter that is not UTF-8. Save"),
        (b"a,b\r1,2\r1,\xe9\r", "line 3 has a letter that is not UTF-8"),
        ("a,b\n1,2\n".encode("utf-16"), "line 1 has a letter that is not UTF-8"),
        (b'a,b\n1,2\n1,"2\n3,4\n', "line 3 cannot be split .* twice"),
        (b"a,b\n1,2\r\n3,4\n", "line 2 does not end like"),
        (b"a,b\n1," + b"x" * 2_500_000, "line 2, column 'b' has a .* 2500000 .* Short"),
        (b"a," + b"x" * 200_000 + b"\n1,2\n", "line 1, column '2' has a .* 200000"),
        (
            b"a,b,c\n" + b",".join([b"y" * 100_000] * 30) + b"\n",
            "cells of line 2 are 30",
        ),
        (
            b",".join(b"k%d" % k for k in range(30))
            + b"\n"
            + b",".join([b"y" * 100_000] * 30),
            "line 2 has 3000029 letters",
        ),
    ],
)
def test_a_csv_that_is_none_is_refused_by_its_line(
    tmp_path: Path, content: bytes, says: str
) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(content)

    with pytest.raises(errors.UnreadableFile, match=says):
        list(files.rows(file))


def test_a_long_cell_that_the_engine_takes_is_read(tmp_path: Path) -> None:
    file = csv(tmp_path / "a.csv", f"a,b\n1,{'x' * 200_000}\n")

    [row] = files.rows(file)

    assert len(row["b"] or "") == 200_000


@pytest.mark.parametrize("name", ["a.csv.gz", "b.csv.gz"])
def test_a_compressed_csv_that_was_cut_is_refused(tmp_path: Path, name: str) -> None:
    whole = gzip.compress(b"w,x\n" + b"1,2\n" * 40_000)
    file = tmp_path / name
    file.write_bytes({"a": whole[:40], "b": b"w,x\n1,2\n"}[name[0]])

    with pytest.raises(errors.UnreadableFile, match="not a whole gzip file"):
        list(files.rows(file))


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (lambda whole: b"a,b\n1,2\n", "does not begin like one. .* name it .csv"),
        (lambda whole: whole[:-4], "its end is missing: only .* bytes"),
        (lambda whole: whole[:9], "its end is missing: only 9 bytes"),
        (
            lambda whole: whole[:4] + b"\0" * 40 + whole[-4:],
            "is a damaged Parquet file: .* Copy it again",
        ),
    ],
)
def test_a_damaged_parquet_is_told_as_one(
    tmp_path: Path, damage: Callable[[bytes], bytes], says: str
) -> None:
    file = tmp_path / "a.parquet"
    files.write_parquet(file, DATA, TYPES, ["id"])
    file.write_bytes(damage(file.read_bytes()))

    with pytest.raises(errors.UnreadableFile, match=says) as refused:
        list(files.rows(file))

    assert "CSV must" not in str(refused.value)


def test_written_files_are_sorted_typed_and_the_same_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "one.parquet", tmp_path / "other.parquet"
    files.write_parquet(one, DATA, TYPES, ["id"])

    backwards = {name: list(reversed(values)) for name, values in DATA.items()}
    files.write_parquet(other, backwards, TYPES, ["id"])

    assert one.read_bytes() == other.read_bytes()
    assert files.columns(one) == [Column(name, kind) for name, kind in TYPES.items()]
    assert [row["id"] for row in files.rows(one)] == [None, "1", "3"]
    assert [row["nilai"] for row in files.rows(one)] == ["1e-09", "2.5", "0.1"]


def test_numbers_are_sorted_as_numbers_and_ties_by_the_rest(tmp_path: Path) -> None:
    file = tmp_path / "a.parquet"
    data = {"a": ["x", "x", "x"], "b": [10, 9, 100]}

    files.write_parquet(file, data, {"a": "VARCHAR", "b": "BIGINT"}, ["a"])

    assert [row["b"] for row in files.rows(file)] == ["9", "10", "100"]


def test_a_column_without_rows_is_written(tmp_path: Path) -> None:
    file = tmp_path / "a.parquet"

    files.write_parquet(file, {"a": []}, {"a": "DATE"}, [])

    assert (files.count(file), files.columns(file)) == (0, [Column("a", "DATE")])


@pytest.mark.parametrize(
    ("data", "types", "order", "error", "says"),
    [
        ({}, {}, [], errors.BadRequest, "there is no column"),
        ({"a": [1]}, {}, [], errors.BadRequest, "type of column 'a' is None"),
        ({"a": [1]}, {"a": "TEXT); --"}, [], errors.BadRequest, "not one of VARCHAR"),
        ({"a": [1]}, {"a": "BIGINT"}, ["b"], errors.NoSuchColumn, "'b' in the data"),
        (
            {"a": [1], "b": []},
            {"a": "BIGINT", "b": "BIGINT"},
            [],
            errors.UnequalColumns,
            "{'a': 1, 'b': 0}",
        ),
        (
            {"a": ["x"]},
            {"a": "BIGINT"},
            [],
            errors.CannotStore,
            "'x' to INT64.* or the type",
        ),
    ],
)
def test_what_cannot_be_written_is_named(
    tmp_path: Path,
    data: dict[str, list[object]],
    types: dict[str, str],
    order: list[str],
    error: type,
    says: str,
) -> None:
    file = tmp_path / "a.parquet"

    with pytest.raises(error, match=says):
        files.write_parquet(file, data, types, order)
    assert not file.exists()


def test_a_folder_that_takes_no_file_is_told(tmp_path: Path) -> None:
    file = tmp_path / "nowhere" / "a.parquet"

    with pytest.raises(errors.CannotStore, match="Make room, or write to") as refused:
        files.write_parquet(file, {"a": [1]}, {"a": "BIGINT"}, [])

    assert refused.value.fault is StoreFault.DISK
