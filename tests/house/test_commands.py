"""What `./run help` says: every subject and every verb of the sinergi command."""

import os
import re
import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path

import pytest

from sinergi.site.command import UNREAD, main
from sinergi.site.introductions import INTRODUCTIONS
from sinergi.site.serve import COMMANDS

ALL = [*COMMANDS, *(c for each in INTRODUCTIONS for c in each.commands)]


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])

    listed = {line.strip() for line in capsys.readouterr().out.splitlines()}
    for command in ALL:
        said = [line for line in listed if line.startswith(f"{command.subject} ")]
        assert said, command.subject
        assert command.verb in said[0]


@pytest.mark.parametrize(
    "command", ALL, ids=[f"{each.subject} {each.verb}".strip() for each in ALL]
)
def test_every_command_says_what_it_does(command) -> None:
    assert command.help.endswith(".")


@pytest.mark.parametrize(
    "command", ALL, ids=[f"{each.subject} {each.verb}".strip() for each in ALL]
)
def test_every_option_says_what_it_wants(command) -> None:
    parser = ArgumentParser()
    command.arguments(parser)

    assert [each.dest for each in parser._actions if not each.help] == []


def test_a_command_whose_reader_has_gone_ends_without_a_word(
    root: Path, tmp_path: Path
) -> None:
    read, write = os.pipe()
    os.close(read)
    env = {**os.environ, "SINERGI_VAR": str(tmp_path), "PYTHONPATH": str(root / "src")}

    done = subprocess.run(
        [sys.executable, "-m", "sinergi", "api", "describe"],
        stdout=write,
        stderr=subprocess.PIPE,
        env=env,
        text=True,
        check=False,
    )

    os.close(write)
    assert done.stderr == ""
    assert done.returncode == UNREAD


IMPORT = "collect import --wave nowhere --profile x --as a@b.example absent.csv"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("ledger verify", "Catatan masih kosong"),
        ("examples load-ntb --facts-only", ""),
        (IMPORT, "nowhere"),
    ],
)
def test_a_command_may_be_the_first_on_a_computer(
    words: str, told: str, root: Path, tmp_path: Path
) -> None:
    done = sinergi(words.split(), root, SINERGI_VAR=str(tmp_path))

    assert "Traceback" not in done.stderr
    assert told in done.stdout + done.stderr
    assert (tmp_path / "sinergi.sqlite3").exists()


def test_a_database_that_cannot_be_reached_is_told_in_words(
    root: Path, tmp_path: Path
) -> None:
    done = sinergi(
        ["ledger", "verify"],
        root,
        SINERGI_VAR=str(tmp_path),
        DATABASE_URL="postgresql://sari@127.0.0.1:1/sinergi",
    )

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "DATABASE_URL" in done.stderr


# Of `./run` itself; the others are commands of sinergi.
RUN = {"test", "dev", "taksir", "help", "django"}
PRINTED = re.compile(
    r"(?:^|`)(\./run|sinergi) ([a-z][a-z-]*)(?: ([a-z][a-z-]*))?", re.MULTILINE
)


def test_every_command_the_documentation_prints_exists(root: Path) -> None:
    known = {(each.subject, each.verb) for each in ALL}
    subjects = {subject for subject, _verb in known}
    pages = [*root.glob("*.md"), *(root / "docs").rglob("*.md")]

    wrong = [
        f"{page.name}: {program} {subject} {verb}"
        for page in pages
        for program, subject, verb in PRINTED.findall(page.read_text("utf-8"))
        if program != "./run"
        or (
            subject not in RUN
            and (subject, verb) not in known
            and (verb or subject not in subjects)
        )
    ]

    assert len(pages) > 10
    assert wrong == []


def sinergi(
    words: list[str], root: Path, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "sinergi", *words],
        env={**os.environ, "PYTHONPATH": str(root / "src"), **environment},
        capture_output=True,
        text=True,
        check=False,
    )
