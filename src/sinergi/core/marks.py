"""How a state looks wherever it is shown: tone, icon, letter and word together."""

from dataclasses import dataclass
from typing import Literal

from django.utils.functional import Promise

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
