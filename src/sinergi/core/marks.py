"""How a state looks wherever it is shown: tone, icon, letter and word together."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from django.utils.functional import Promise

from sinergi.core.rules import Provenance

Tone = Literal["good", "note", "warn", "bad", "wait", "off"]


@dataclass(frozen=True)
class Mark:
    """One state on a page; never colour alone.

    good: done, agreed. note: agreed with a remark, joint. warn: partly, needs
    talk. bad: objection, overdue. wait: under way. off: empty, does not apply.
    """

    tone: Tone
    icon: str
    label: str | Promise
    letter: str | Promise = ""


def band(provenances: Iterable[str]) -> dict[str, bool]:
    """What a page tells the shell: all of what it lists is simulated, or some of it."""
    found = {Provenance(each) is Provenance.SIMULATED for each in provenances}
    return {"simulated": found == {True}, "partly_simulated": found == {True, False}}
