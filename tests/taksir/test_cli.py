"""The command says what `Survey` says: data to stdout, talk to stderr."""

import csv
import io
import json
import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

import taksir as tk
from taksir.cli import UNREAD, main
from taksir.readers import duck
from tests.taksir import sample

DESIGN = ["--weight", "w", "--strata", "stratum", "--psu", "desa"]

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return sample.write(tmp_path / "people.csv", sample.people(1))


@pytest.fixture
def index(tmp_path: Path) -> Path:
    path = tmp_path / "literasi.toml"
    path.write_text(sample.INDEX, encoding="utf-8")
    return path


def test_json_is_what_the_library_gives(
    file: Path, index: Path, capsys: Capture
) -> None:
    asked = ["--index", str(index), "--mean", "skor,umur", "--by", "sex"]

    code = main(["estimate", str(file), *DESIGN, *asked, "--format", "json"])

    out, err = capsys.readouterr()
    survey = tk.Survey(
        file, tk.Design("w", "stratum", "desa"), tk.Index.loads(sample.INDEX)
    )
    expected = survey.mean(["skor", "umur"], by="sex").table()
    assert (code, err) == (0, "")
    assert json.loads(out) == [
        {**vars(row), "flags": [str(flag) for flag in row.flags]} for row in expected
    ]
    assert list(json.loads(out)[0]) == [
        *("statistic", "measure", "level", "by", "estimate", "se"),
        *("ci_low", "ci_high", "df", "n", "flags"),
    ]


def test_several_statistics_are_one_scan_in_the_order_asked(
    file: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    scans = []
    read = duck.tally
    monkeypatch.setattr(duck, "tally", lambda *a: (scans.append(a), read(*a))[1])
    asked = ["--ratio", "q1/umur", "--mean", "q1", "--proportion", "sex"]

    code = main(["estimate", str(file), *DESIGN, *asked, "--total", "umur,q1"])

    lines = capsys.readouterr().out.splitlines()
    kinds = ["statistic", "ratio", "mean", "proportion", "proportion", *["total"] * 2]
    assert (code, len(scans)) == (0, 1)
    assert [line.split()[0] for line in lines] == kinds


def test_csv_has_a_column_for_each_domain_and_flags_as_words(
    file: Path, capsys: Capture
) -> None:
    asked = ["--total", "q1", "--by", "sex,kabupaten", "--fpc", "populasi"]

    main(["estimate", str(file), *DESIGN, *asked, "--format", "csv"])

    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert {row["by_kabupaten"] for row in rows} == {"52.01", "52.10", "52.2"}
    assert {row["flags"] for row in rows} <= {
        "",
        "missing_items",
        "missing_items no_df",
    }
    assert list(rows[0])[:5] == [
        "statistic",
        "measure",
        "level",
        "by_sex",
        "by_kabupaten",
    ]


def test_what_is_no_number_is_null_and_a_dash(tmp_path: Path, capsys: Capture) -> None:
    people = [{**person, "umur": ""} for person in sample.people(1)]
    file = sample.write(tmp_path / "people.csv", people)
    command = ["estimate", str(file), *DESIGN, "--mean", "umur,q1"]

    main([*command, "--format", "json"])
    void = json.loads(capsys.readouterr().out)[0]
    main(command)
    table = capsys.readouterr().out

    assert (void["estimate"], void["ci_low"]) == (None, None)
    assert void["flags"] == ["no_answers"]
    assert "level" not in table
    assert "–" in table.splitlines()[1]


def test_a_condition_is_a_domain(file: Path, capsys: Capture) -> None:
    asked = ["--mean", "umur", "--where", "sex = '2'", "--format", "json"]

    main(["estimate", str(file), *DESIGN, *asked])

    [row] = json.loads(capsys.readouterr().out)
    by = tk.Survey(file, tk.Design("w", "stratum", "desa")).mean("umur", by="sex")
    assert row["se"] == by["umur", {"sex": 2}].se


def test_wrong_data_is_exit_1_with_the_way_out(file: Path, capsys: Capture) -> None:
    code = main(["estimate", str(file), "--weight", "bobot", "--mean", "umur"])

    out, err = capsys.readouterr()
    assert (code, out) == (1, "")
    assert err.startswith("taksir: There is no column 'bobot' in")


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ([], "ask for at least one"),
        (["--ratio", "umur"], "--ratio takes A/B, not 'umur'"),
        (["--ratio", "a/b/c"], "--ratio takes A/B"),
        (["--mean", "umur", "--format", "xml"], "invalid choice: 'xml'"),
    ],
)
def test_a_wrong_command_is_exit_2(
    file: Path, capsys: Capture, asked: list[str], says: str
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["estimate", str(file), *DESIGN, *asked])

    assert stop.value.code == 2
    assert says in capsys.readouterr().err


def test_it_runs_as_a_module(
    file: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        sys, "argv", ["taksir", "estimate", str(file), *DESIGN, "--mean", "umur"]
    )

    with pytest.raises(SystemExit) as stop:
        runpy.run_module("taksir", run_name="__main__")

    assert stop.value.code == 0
    assert "umur" in capsys.readouterr().out


def test_as_a_process_it_makes_no_noise(file: Path, root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "taksir", "estimate", file, *DESIGN, "--mean", "umur"],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(root / "src"), "PYTHONIOENCODING": "utf-8"},
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("statistic  measure")


def test_a_reader_that_has_gone_is_no_error(file: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    words = ["estimate", str(file), *DESIGN, "--mean", "umur"]

    done = subprocess.run(
        [sys.executable, "-m", "taksir", *words],
        stdout=write,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )

    os.close(write)
    assert done.stderr == ""
    assert done.returncode == UNREAD
