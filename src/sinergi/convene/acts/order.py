"""Keeping an ordered list in order when the database wants every place once."""

from collections.abc import Sequence
from typing import TypeVar

from django.db.models import F, Max, QuerySet

from sinergi.convene.models import AgendaItem, Opening

Ordered = TypeVar("Ordered", AgendaItem, Opening)


def next_order(rows: QuerySet[Ordered]) -> int:
    highest: int | None = rows.aggregate(highest=Max("order"))["highest"]
    return (highest or 0) + 1


def put_in_order(rows: QuerySet[Ordered], order: Sequence[int]) -> None:
    """Write the places anew; first out of the way, so that none is taken twice."""
    away = next_order(rows) + len(order)
    rows.update(order=F("order") + away)
    for place, pk in enumerate(order, start=1):
        rows.filter(pk=pk).update(order=place)
