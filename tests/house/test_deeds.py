"""The ledger speaks in words: one for every action a stage writes, and no other."""

import re
from pathlib import Path

import pytest

from sinergi.site.introductions import INTRODUCTIONS

SPEAKING = [each for each in INTRODUCTIONS if each.deeds]
# An action is the first argument of `record`, written out there or handed on.
WRITTEN = re.compile(r"""record\(\s*"([a-z_]+)",""")


@pytest.mark.parametrize("stage", SPEAKING, ids=lambda each: each.stage)
def test_every_action_a_stage_records_has_its_word(stage, root: Path):
    spoken = {action for kind in stage.deeds.values() for action in kind}

    written = {
        action
        for module in (root / "src/sinergi" / stage.stage).rglob("*.py")
        for action in WRITTEN.findall(module.read_text())
    }

    assert written <= spoken


@pytest.mark.parametrize("stage", SPEAKING, ids=lambda each: each.stage)
def test_no_word_is_left_of_an_action_nobody_takes(stage, root: Path):
    source = "\n".join(
        module.read_text()
        for module in (root / "src/sinergi" / stage.stage).rglob("*.py")
        if module.name not in {"deeds.py", "words.py"}
    )

    for kind, actions in stage.deeds.items():
        assert kind.startswith(f"{stage.stage}.")
        for action in actions:
            assert f'"{action}"' in source, action
