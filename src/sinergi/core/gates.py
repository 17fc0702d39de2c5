"""The gate of every address, as the stages gave it; without one, it is shut."""

from collections.abc import Mapping

from sinergi.core.access import Gate
from sinergi.core.models import Membership

_gates: dict[str, Gate] = {}


def set_up(gates: Mapping[str, Gate]) -> None:
    """Called once, by `site`, at start."""
    _gates.clear()
    _gates.update(gates)


def names() -> frozenset[str]:
    return frozenset(_gates)


def lets_in(by: Membership | None, url_name: str) -> bool:
    gate = _gates.get(url_name)
    return gate is not None and gate(by)
