"""The how-to prints what the command prints."""

import re
import shlex
from pathlib import Path

import pytest

import taksir as tk
from taksir.cli import main


def blocks(text: str, kind: str) -> list[tuple[str, str]]:
    """Fenced blocks of a kind: what stands behind the kind, and the text."""
    return re.findall(rf"^```{kind} ?(.*)\n([\s\S]*?)^```$", text, flags=re.MULTILINE)


def rounded(text: str) -> str:
    """The text with its long numbers cut to what any machine agrees on."""
    return re.sub(r"\d+\.\d{9,}", lambda number: f"{float(number[0]):.10g}", text)


def test_the_how_to_for_the_shell_is_true(
    root: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    page = (root / "docs/how-to/estimate-from-the-shell.md").read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name, content in [*blocks(page, "csv"), *blocks(page, "toml")]:
        Path(name).write_text(content, encoding="utf-8")
    shown = blocks(page, "console")

    for _, text in shown:
        command, _, printed = re.split(r"(?<!\\)(\n)", text, maxsplit=1)
        prompt, *called = shlex.split(command.replace("\\\n", ""))
        assert [prompt, *called[:2]] == ["$", "./run", "taksir"]
        main(called[2:])
        out, err = capsys.readouterr()
        assert rounded(out + err) == rounded(printed)

    assert len(shown) == 5


def test_the_how_to_for_python_is_true(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (root / "docs/how-to/estimate-from-the-shell.md").read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name, content in [*blocks(page, "csv"), *blocks(page, "toml")]:
        Path(name).write_text(content, encoding="utf-8")
    [(_, code)] = blocks(page, "python")
    names: dict[str, tk.Estimate] = {}

    exec(code, names)

    assert names["gap"].estimate == pytest.approx(3.84439 - 2.7072, abs=1e-5)
