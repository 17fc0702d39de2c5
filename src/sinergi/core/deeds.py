"""What was done, in words: of every kind of object and action in the ledger."""

from collections.abc import Iterable, Mapping

from django.utils.functional import Promise

from sinergi.core.models import LedgerEvent

Deeds = Mapping[str, Mapping[str, str | Promise]]

_words: dict[str, Mapping[str, str | Promise]] = {}


def set_up(of_stages: Iterable[Deeds]) -> None:
    """Called once, by `site`, at start."""
    _words.clear()
    for deeds in of_stages:
        _words.update(deeds)


def word(event: LedgerEvent) -> str | Promise:
    """The deed as a page says it; of code that is gone, the action itself."""
    return _words.get(event.object_kind, {}).get(event.action, event.action)
