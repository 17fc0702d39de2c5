"""What a checker is told to pass over says why, on the same line."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PASSED_OVER = re.compile(r"#\s*(?:type:\s*ignore|noqa)\b(?P<rest>.*)")
REASON = re.compile(r"(?:\[[\w, -]+\]\s*#|:\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*\s+-)\s*\w")


def without_a_reason(folder: Path) -> list[str]:
    return [
        f"{path.relative_to(folder)}:{number}"
        for path in sorted(folder.rglob("*.py"))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if (found := PASSED_OVER.search(line)) and not REASON.match(found["rest"])
    ]


@pytest.mark.parametrize("folder", ["src", "tests", "benchmarks", ".ci"])
def test_every_exception_says_why(folder: str) -> None:
    assert without_a_reason(ROOT / folder) == []


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("x = 1  # {}: ignore", True),
        ("x = 1  # {}: ignore[misc]", True),
        ("x = 1  # {}: ignore[misc] # allauth has no types", False),
        ("x = 1", False),
    ],
)
def test_a_silence_without_a_reason_is_found(
    tmp_path: Path, line: str, is_found: bool
) -> None:
    (tmp_path / "a.py").write_text(line.format("type"))

    assert bool(without_a_reason(tmp_path)) is is_found
