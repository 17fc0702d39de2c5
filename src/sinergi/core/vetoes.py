"""What a later stage may forbid an earlier one, which does not know it is there."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sinergi.core.introductions import Veto
from sinergi.core.refusal import Refusal

_vetoes: dict[str, list[Veto]] = defaultdict(list)


class Vetoed(Refusal):
    """What a later stage made of this would no longer hold."""


def set_up(vetoes: Iterable[Veto]) -> None:
    """Called once, by `site`, at start."""
    _vetoes.clear()
    for veto in vetoes:
        _vetoes[veto.deed].append(veto)


def reason_against(deed: str, subject: Any) -> str:
    """The reason of the first stage that has one, else nothing."""
    reasons = (veto.reason(subject) for veto in _vetoes[deed])
    return next(filter(None, reasons), "")


def refuse_vetoed(deed: str, subject: Any) -> None:
    reason = reason_against(deed, subject)
    if reason:
        raise Vetoed(reason)
