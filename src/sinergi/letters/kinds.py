"""The kinds of letters there are, as the stages gave them at start."""

from collections.abc import Iterable

from sinergi.core.correspondence import LetterKind

_kinds: dict[str, LetterKind] = {}


def set_up(kinds: Iterable[LetterKind]) -> None:
    """Called once, by `site`, at start."""
    _kinds.clear()
    _kinds.update({each.key: each for each in kinds})


def every() -> list[LetterKind]:
    return sorted(_kinds.values(), key=lambda kind: kind.order)


def kind_of(key: str) -> LetterKind | None:
    return _kinds.get(key)
