"""What `./run` installs is whole on every Python it says it needs."""

import re
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement

LOCKS = Path(__file__).parents[2] / "locks"
PYTHONS = ["3.11", "3.12", "3.13"]


def asked(name: str) -> set[str]:
    lines = (LOCKS / name).read_text(encoding="utf-8").splitlines()
    wanted = [line for line in lines if re.match(r"[A-Za-z0-9]", line)]
    return {Requirement(line).name.lower() for line in wanted}


def pinned(name: str, python: str) -> dict[str, str]:
    """Package and version, of the lines that hold on this Python."""
    here = {
        **default_environment(),
        "python_version": python,
        "python_full_version": f"{python}.0",
    }
    text = (LOCKS / name).read_text(encoding="utf-8")
    found = [Requirement(line) for line in re.findall(r"(?m)^[a-z0-9][^\\\n]*", text)]
    return {
        each.name.lower(): str(each.specifier)
        for each in found
        if each.marker is None or each.marker.evaluate(here)
    }


@pytest.mark.parametrize("python", PYTHONS)
def test_everything_asked_for_is_in_the_lock(python):
    assert asked("runtime.in") <= pinned("runtime.txt", python).keys()


@pytest.mark.parametrize("python", PYTHONS)
def test_tests_run_on_what_people_run(python):
    run, tested = pinned("runtime.txt", python), pinned("dev.txt", python)

    assert {name: tested.get(name) for name in run} == run
