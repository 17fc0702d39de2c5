"""What `./run` says and returns when the computer lacks something."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TOOLS = ("cat", "cksum", "dirname", "id", "rm", "sed")
# Answers as the interpreter of an environment, and as pytest with one failure.
INTERPRETER = f"""#!/bin/sh
case "$*" in
  *pytest*) echo "1 failed, 3 passed"; exit 1 ;;
  *) exec {sys.executable} "$@" ;;
esac
"""


class Computer:
    """A checkout whose environments are made, on a computer with few programs."""

    def __init__(self, root: Path, place: Path) -> None:
        self.checkout = place / "checkout"
        self.programs = place / "bin"
        (self.checkout / "locks").mkdir(parents=True)
        self.programs.mkdir()
        shutil.copy(root / "run", self.checkout)
        for tool in TOOLS:
            (self.programs / tool).symlink_to(str(shutil.which(tool)))
        for lock, venv in (("runtime", ".venv"), ("dev", ".venv-dev")):
            (self.checkout / "locks" / f"{lock}.txt").write_text(lock)
            self._make(venv, lock)

    def _make(self, venv: str, lock: str) -> None:
        python = self.checkout / venv / "bin" / "python"
        python.parent.mkdir(parents=True)
        python.write_text(INTERPRETER)
        python.chmod(0o755)
        checksum = subprocess.check_output(["cksum"], input=lock.encode()).decode()
        major, minor = sys.version_info[:2]
        stamp = f"{checksum.strip()} {major}.{minor} {os.uname().machine}"
        (python.parents[1] / ".made-from").write_text(stamp)

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["/bin/sh", self.checkout / "run", *words],
            env={"PATH": str(self.programs)},
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def computer(root: Path, tmp_path: Path) -> Computer:
    return Computer(root, tmp_path)


def test_without_python_it_says_which_is_needed(computer: Computer) -> None:
    shutil.rmtree(computer.checkout / ".venv")

    done = computer.run()

    assert done.returncode == 3
    assert "Sinergi memerlukan Python 3.11, 3.12, atau 3.13" in done.stderr
    assert "apt-get install python3 python3-venv" in done.stderr


def test_an_environment_of_another_lock_is_not_used(computer: Computer) -> None:
    (computer.checkout / "locks" / "runtime.txt").write_text("newer")

    done = computer.run("ledger", "verify")

    assert done.returncode == 3  # it wants to make a new one, and has no Python


@pytest.mark.parametrize("port", ["0", "65536", "delapan", "-1", ""])
def test_a_port_that_is_none_is_refused(computer: Computer, port: str) -> None:
    done = computer.run("--port", port)

    assert done.returncode == 2
    assert "1 sampai 65535" in done.stderr


@pytest.mark.parametrize(
    ("words", "near"),
    [
        (["--prot", "1"], "./run --port 8001"),
        (["--port", "8001", "--hots", "::"], "./run serve --host"),
        (["--empty"], "./run serve --empty"),
        (["-help"], "./run --help"),
    ],
)
def test_an_unknown_option_is_told_with_the_nearest_and_what_there_is(
    computer: Computer, words: list[str], near: str
) -> None:
    done = computer.run(*words)

    option = next(word for word in words if word not in ("--port", "8001"))
    assert done.returncode == 2
    assert f"not known: {option}." in done.stderr
    assert near in done.stderr
    assert "./run test [words]" in done.stderr
    assert "usage: sinergi" not in done.stderr


def test_the_tests_exit_code_is_that_of_pytest(computer: Computer) -> None:
    for program in ("chromium", "soffice"):
        (computer.programs / program).symlink_to("/bin/sh")

    done = computer.run("test")

    assert done.returncode == 1
    assert done.stdout.splitlines()[-1] == "1 failed, 3 passed"


def test_without_chromium_the_last_line_says_so(computer: Computer) -> None:
    done = computer.run("test")

    assert done.returncode == 1
    assert "1 failed, 3 passed" in done.stdout
    assert "browser tests not run" in done.stdout.splitlines()[-1]
    assert "apt-get install chromium" in done.stderr


def test_without_libreoffice_it_says_what_was_not_run(computer: Computer) -> None:
    (computer.programs / "chromium").symlink_to("/bin/sh")

    done = computer.run("test")

    assert done.returncode == 1
    assert "LibreOffice tests not run" in done.stdout.splitlines()[-1]
    assert "apt-get install libreoffice-calc-nogui" in done.stderr
