"""Every contract between modules is kept, and is seen to fail when it is broken."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

STAGES = "Stages import the stages before them, never one after"
FURNITURE = "Inside a stage: doors, then acts, then models, then rules"
RULES = "Rules know no Django"
ESTIMATOR = "The estimator knows neither Django nor Sinergi"
ESTIMATOR_USERS = "Only collect and measure import the estimator"
PAPER = "Paper knows no table"
EXAMPLES = "Only site imports the examples"
READERS = "Only the readers of the estimator import DuckDB"
CYCLES = "No two modules import each other, at any distance"

# What is written where, by somebody in a hurry.
BREAKS = [
    (STAGES, {"sinergi.core.hurry": "import sinergi.collect"}),
    (STAGES, {"sinergi.collect.hurry": "import sinergi.measure"}),
    (STAGES, {"sinergi.measure.hurry": "import sinergi.align"}),
    (STAGES, {"sinergi.align.hurry": "import sinergi.convene"}),
    (STAGES, {"sinergi.convene.hurry": "import sinergi.align"}),
    (STAGES, {"sinergi.convene.hurry": "import sinergi.agree"}),
    (STAGES, {"sinergi.agree.hurry": "import sinergi.act"}),
    (STAGES, {"sinergi.act.hurry": "import sinergi.publish"}),
    (STAGES, {"sinergi.publish.hurry": "import sinergi.site"}),
    (STAGES, {"sinergi.paper.hurry": "import sinergi.core"}),
    (STAGES, {"sinergi.utils.dates": "import datetime"}),
    (FURNITURE, {"sinergi.agree.rules": "import sinergi.agree.models"}),
    (FURNITURE, {"sinergi.agree.queries": "import sinergi.agree.tasks"}),
    (FURNITURE, {"sinergi.act.acts.reports": "import sinergi.act.drafts"}),
    (FURNITURE, {"sinergi.publish.grid": "import sinergi.publish.panels"}),
    (FURNITURE, {"sinergi.agree.models": "import sinergi.agree.acts"}),
    (FURNITURE, {"sinergi.agree.acts": "import sinergi.agree.forms"}),
    (FURNITURE, {"sinergi.agree.papers": "import sinergi.agree.views"}),
    (FURNITURE, {"sinergi.agree.api": "import sinergi.agree.views"}),
    (FURNITURE, {"sinergi.agree.views": "import sinergi.agree.introduction"}),
    (RULES, {"sinergi.align.rules": "import django.db"}),
    (
        RULES,
        {
            "sinergi.align.rules": "import sinergi.core.hurry",
            "sinergi.core.hurry": "import django.utils",
        },
    ),
    (ESTIMATOR, {"taksir.hurry": "import django"}),
    (ESTIMATOR, {"taksir.hurry": "import sinergi.core"}),
    (ESTIMATOR_USERS, {"sinergi.publish.hurry": "import taksir"}),
    (PAPER, {"sinergi.paper.hurry": "import sinergi.core.models"}),
    (PAPER, {"sinergi.paper.hurry": "import django.db"}),
    (EXAMPLES, {"sinergi.publish.hurry": "import sinergi.examples"}),
    (READERS, {"taksir.hurry": "import duckdb"}),
    (READERS, {"sinergi.collect.hurry": "import duckdb"}),
    (
        CYCLES,
        {
            "sinergi.core.hurry": "import sinergi.core.haste",
            "sinergi.core.haste": "import sinergi.core.hurry",
        },
    ),
]


class House:
    """A copy of the packages in which contracts may be broken."""

    def __init__(self, root: Path, place: Path) -> None:
        self.place = place
        shutil.copytree(
            root / "src",
            place / "src",
            ignore=lambda folder, names: [
                name
                for name in names
                if not name.endswith(".py") and not Path(folder, name).is_dir()
            ],
        )
        shutil.copy(root / "pyproject.toml", place)

    def file_of(self, module: str) -> Path:
        path = self.place / "src" / module.replace(".", "/")
        return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")

    def verdicts(self) -> dict[str, str]:
        """What import-linter says of each contract, by its name."""
        done = subprocess.run(
            [Path(sys.executable).with_name("lint-imports"), "--no-logo"],
            cwd=self.place,
            env={**os.environ, "PYTHONPATH": str(self.place / "src"), "COLUMNS": "200"},
            capture_output=True,
            text=True,
            check=False,
        )
        said = dict(re.findall(r"^(.+) (KEPT|BROKEN)\b", done.stdout, re.MULTILINE))
        assert said, done.stdout + done.stderr
        assert (done.returncode == 0) == (set(said.values()) == {"KEPT"})
        return said


@pytest.fixture(scope="module")
def house(root: Path, tmp_path_factory: pytest.TempPathFactory) -> House:
    return House(root, tmp_path_factory.mktemp("house"))


@pytest.fixture
def broken(house: House, lines: dict[str, str]) -> Iterator[House]:
    before: dict[Path, str | None] = {}
    for module, line in lines.items():
        file = house.file_of(module)
        if not file.parent.exists():
            file.parent.mkdir()
            (file.parent / "__init__.py").touch()
            before[file.parent] = None
        before[file] = file.read_text() if file.exists() else None
        file.write_text(f"{before[file] or ''}\n{line}\n")
    yield house
    for path, text in before.items():
        if text is not None:
            path.write_text(text)
        elif path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)  # its new folder may be gone before it


def test_every_contract_is_kept(house: House) -> None:
    verdicts = house.verdicts()

    assert set(verdicts) == {contract for contract, _ in BREAKS}
    assert set(verdicts.values()) == {"KEPT"}


@pytest.mark.parametrize(
    ("contract", "lines"),
    BREAKS,
    ids=[f"{'+'.join(lines)}: {' and '.join(lines.values())}" for _, lines in BREAKS],
)
def test_a_broken_contract_is_noticed(contract: str, broken: House) -> None:
    verdicts = broken.verdicts()

    assert verdicts[contract] == "BROKEN"
