"""The textbook at the level of rows: slow, in plain numbers, sharing no code."""

import math
from collections import defaultdict
from collections.abc import Callable
from fractions import Fraction

from tests.taksir.sample import ITEMS, Person

Value = Callable[[Person], float | None]
Rows = list[Person]


def number(name: str) -> Value:
    return lambda person: float(person[name]) if person[name] else None


def is_level(name: str, level: str) -> Value:
    return lambda p: None if not p[name] else float(p[name] == level)


def score(person: Person) -> dict[str, float | None]:
    """The index of `sample.INDEX`, by hand."""
    a = {item: float(person[item]) if person[item] else None for item in ITEMS}
    if a["q3"] is not None:
        a["q3"] = 6 - a["q3"]
    cari = _percent(_mean([a["q1"], a["q2"]], at_least=1))
    buat = _percent(_mean([a["q3"]], at_least=1))
    santun = _percent(_mean([a["q4"], a["q5"]], at_least=1))
    kecakapan = _mean([cari, buat], at_least=1)
    etika = _mean([santun], at_least=1)
    skor = _mean([kecakapan, etika], at_least=2)
    return {
        "cari": cari,
        "buat": buat,
        "santun": santun,
        "kecakapan": kecakapan,
        "etika": etika,
        "skor": skor,
    }


def _mean(parts: list[float | None], at_least: int) -> float | None:
    there = [part for part in parts if part is not None]
    return sum(there) / len(there) if len(there) >= at_least else None


def _percent(value: float | None) -> float | None:
    return None if value is None else (value - 1) * 25


def ratio(
    rows: Rows,
    above: Value,
    below: Value = lambda _: 1.0,
    inside: Callable[[Person], bool] = lambda _: True,
    psu: str | None = "desa",
    fpc: bool = False,
) -> tuple[float, float, int]:
    """Ratio of two weighted totals, its standard error and respondents."""
    counted = [p for p in rows if inside(p) and None not in (above(p), below(p))]
    a = sum(Fraction(p["w"]) * Fraction(above(p) or 0) for p in counted)
    b = sum(Fraction(p["w"]) * Fraction(below(p) or 0) for p in counted)
    value = float(a / b)
    among = {p["id"] for p in counted}

    def z(p: Person) -> float:
        if p["id"] not in among:
            return 0.0
        lin = ((above(p) or 0) - value * (below(p) or 0)) / float(b)
        return float(p["w"]) * lin

    return value, _se(rows, z, psu, fpc), len(counted)


def total(
    rows: Rows, value: Value, psu: str | None = "desa", fpc: bool = False
) -> tuple[float, float, int]:
    """Weighted total, its standard error and respondents."""
    there = [p for p in rows if value(p) is not None]
    whole = float(sum(Fraction(p["w"]) * Fraction(value(p) or 0) for p in there))

    def z(p: Person) -> float:
        return float(p["w"]) * (value(p) or 0)

    return whole, _se(rows, z, psu, fpc), len(there)


def _se(rows: Rows, z: Callable[[Person], float], psu: str | None, fpc: bool) -> float:
    strata: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    sizes = {}
    for person in rows:
        strata[person["stratum"]][person[psu or "id"]] += z(person)
        sizes[person["stratum"]] = float(person["populasi"])
    variance = 0.0
    for stratum, units in strata.items():
        n = len(units)
        mean = math.fsum(units.values()) / n
        squares = math.fsum((each - mean) ** 2 for each in units.values())
        sampled = n / sizes[stratum] if fpc else 0
        variance += (1 - sampled) * n / (n - 1) * squares
    return math.sqrt(variance)
