"""The definition of an index as written in TOML, read or refused with the place."""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from taksir.errors import BadDefinition, nearest
from taksir.faults import Fault

Minimum = int | float | str
"""Parts that must be answered: a number, a share below 1, or "all"."""

LEVELS = ("indicator", "pillar", "index")


@dataclass(frozen=True)
class Indicator:
    """A named mean of items."""

    name: str
    items: tuple[str, ...]


@dataclass(frozen=True)
class Pillar:
    """A named mean of indicators."""

    name: str
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True)
class Definition:
    """The parts of an `Index`, each well-formed in itself."""

    name: str
    parts: tuple[Pillar, ...]
    scale: tuple[float, float]
    reported: tuple[float, float]
    reversed_items: frozenset[str]
    minimum: Mapping[str, Minimum]


def read(text: str) -> Definition:
    """The definition in a TOML text.

    Raises:
        BadDefinition: It is not well-formed; the message says where.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadDefinition("TOML", Fault.NOT_TOML, {"reason": error}) from error
    _only(data, ("index", "minimum", "pillars"), "top level")
    head = _table(data, "index")
    _only(head, ("name", "scale", "reported", "reversed"), "[index]")
    scale = _range(head.get("scale"), "[index] scale")
    return Definition(
        name=_name(head.get("name"), "[index] name"),
        parts=_parts(_table(data, "pillars")),
        scale=scale,
        reported=_range(head.get("reported", list(scale)), "[index] reported"),
        reversed_items=frozenset(_names(head.get("reversed", []), "[index] reversed")),
        minimum=_minimum(data.get("minimum", {})),
    )


def needed(minimum: Minimum, parts: int) -> int:
    """How many of the parts must be answered."""
    if isinstance(minimum, str):
        return parts
    if isinstance(minimum, float):
        return math.ceil(minimum * parts)
    return minimum


def _only(table: Mapping[str, Any], known: tuple[str, ...], where: str) -> None:
    for key in table:
        if key not in known:
            hint = nearest(key, known)
            raise BadDefinition(where, Fault.UNKNOWN_KEY, {"name": key, "hint": hint})


def _table(data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    table = data.get(key)
    if not isinstance(table, dict) or not table:
        raise BadDefinition(f"[{key}]", Fault.NO_TABLE)
    return table


def _name(value: object, where: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise BadDefinition(where, Fault.NOT_A_NAME, {"value": value})
    return value


def _names(value: object, where: str) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise BadDefinition(where, Fault.NOT_NAMES, {"value": value})
    return tuple(_name(each, where) for each in value)


def _range(value: object, where: str) -> tuple[float, float]:
    match value:
        case [int() | float() as low, int() | float() as high] if low < high:
            return float(low), float(high)
    raise BadDefinition(where, Fault.NOT_A_RANGE, {"value": value})


def _parts(table: Mapping[str, Any]) -> tuple[Pillar, ...]:
    pillars = []
    for name in table:
        where = f"[pillars.{name}]"
        indicators = [
            Indicator(each, _names(items, f"{where} {each}"))
            for each, items in _table(table, name).items()
        ]
        for indicator in indicators:
            if not indicator.items:
                raise BadDefinition(f"{where} {indicator.name}", Fault.NO_ITEMS)
        pillars.append(Pillar(name, tuple(indicators)))
    return tuple(pillars)


def _minimum(table: object) -> Mapping[str, Minimum]:
    if not isinstance(table, dict):
        raise BadDefinition("[minimum]", Fault.NOT_A_TABLE, {"value": table})
    _only(table, LEVELS, "[minimum]")
    minimum: dict[str, Minimum] = {}
    for level in LEVELS:
        value = table.get(level, "all")
        whole = isinstance(value, int) and not isinstance(value, bool) and value >= 1
        share = isinstance(value, float) and 0 < value < 1
        if not (whole or share or value == "all"):
            raise BadDefinition(
                f"[minimum] {level}", Fault.NOT_A_MINIMUM, {"value": value}
            )
        minimum[level] = value
    return minimum
