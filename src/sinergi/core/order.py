"""Keeping an ordered list in order when the database wants every place once."""

from collections.abc import Sequence
from typing import TypeVar

from django.db.models import F, Max, Model, QuerySet

# A model with an integer `order`, whose name in the ledger is its text.
Ordered = TypeVar("Ordered", bound=Model)
Titles = dict[str, list[str]]


def next_order(rows: QuerySet[Ordered]) -> int:
    highest: int | None = rows.aggregate(highest=Max("order"))["highest"]
    return (highest or 0) + 1


def shift(rows: QuerySet[Ordered], row: Ordered, *, up: bool) -> dict[str, Titles]:
    """One place up or down; at the end it stays. What the ledger is told of it."""
    rows = rows.order_by("order")
    before = _titles(rows)
    order = list(rows.values_list("pk", flat=True))
    _put_in_order(rows, moved(order, row.pk, up=up))
    row.refresh_from_db()
    return {"before": before, "after": _titles(rows)}


def rearrange(
    rows: QuerySet[Ordered], order: Sequence[int]
) -> dict[str, Titles] | None:
    """All of them anew; None when these are not the rows that are there."""
    rows = rows.order_by("order")
    there = list(rows.values_list("pk", flat=True))
    if sorted(there) != sorted(order):
        return None
    before = _titles(rows)
    _put_in_order(rows, order)
    return {"before": before, "after": _titles(rows)}


def moved(order: Sequence[int], which: int, *, up: bool) -> list[int]:
    """The order with one thing one place up or down; at the end it stays."""
    at = order.index(which)
    to = at - 1 if up else at + 1
    if not 0 <= to < len(order):
        return list(order)
    changed = list(order)
    changed[at], changed[to] = changed[to], changed[at]
    return changed


def _put_in_order(rows: QuerySet[Ordered], order: Sequence[int]) -> None:
    """Write the places anew; first out of the way, so that none is taken twice."""
    away = next_order(rows) + len(order)
    rows.update(order=F("order") + away)
    for place, pk in enumerate(order, start=1):
        rows.filter(pk=pk).update(order=place)


def _titles(rows: QuerySet[Ordered]) -> Titles:
    return {"order": [str(row) for row in rows.all()]}
