"""An index definition applied to a frozen wave: estimates with their error."""

import math
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from sinergi.collect import reading
from sinergi.collect.models import Wave
from sinergi.collect.rules import PSU, STRATUM, WEIGHT, Domain
from sinergi.measure import definitions
from sinergi.measure.rules import INDEX, Estimated, Group
from taksir import Design, Estimates, Index, Survey
from taksir.errors import LonelyPSU, TaksirError

DOMAINS = {Group.SEX: Domain.SEX, Group.AGE: Domain.AGE}

__all__ = [
    "Computed",
    "Key",
    "LonelyPSU",
    "TaksirError",
    "compute",
    "estimates",
    "finite",
]


@dataclass(frozen=True)
class Key:
    """What a figure is of; without a code it is of the whole forum."""

    code: str
    measure: str
    group: Group = Group.ALL
    value: str = ""


@dataclass
class Computed:
    figures: dict[Key, Estimated] = field(default_factory=dict)
    # Domain -> respondents for whom it is not known.
    unplaced: dict[str, int] = field(default_factory=dict)


def compute(index: Index, wave: Wave) -> Computed:
    """All figures of a release.

    Raises:
        TaksirError: The design has no error, or the items are not in the wave.
    """
    done = Computed()
    with opened(index, wave) as survey:
        for asked in breakdowns(wave):
            found = estimates(index, survey, asked)
            for key, estimated, missing in _figures(index, found, asked):
                if missing and key.measure == INDEX:
                    done.unplaced[str(asked)] = estimated.n
                elif not missing:
                    done.figures[key] = estimated
    return done


@contextmanager
def opened(index: Index, wave: Wave) -> Iterator[Survey]:
    """The frozen answers of a wave as a survey with its design."""
    if wave.data is None:
        raise ValueError(f"{wave} has no frozen data.")
    design = Design(
        weight=WEIGHT, strata=STRATUM if wave.has_strata() else None, psu=PSU
    )
    with reading.at_path(wave.data) as path:
        yield Survey(path, design, index=index)


def breakdowns(wave: Wave) -> list[Domain | None]:
    """The whole forum, and each domain the wave has."""
    return [None, *wave.domains()]


def estimates(index: Index, survey: Survey, by: Domain | None) -> Estimates:
    measures = [index.name, *index.pillars]
    return survey.mean(measures, by=str(by) if by else None)


def _figures(
    index: Index, found: Estimates, by: Domain | None
) -> Iterator[tuple[Key, Estimated, bool]]:
    for row in found.table():
        level = row.by.get(str(by)) if by else ""
        estimated = Estimated(
            estimate=finite(row.estimate),
            se=finite(row.se),
            ci_low=finite(row.ci_low),
            ci_high=finite(row.ci_high),
            df=row.df,
            n=row.n,
        )
        key = key_of(definitions.code_of(index, row.measure), by, level or "")
        yield key, estimated, level is None


def key_of(measure: str, by: Domain | None, level: str) -> Key:
    if by is Domain.GOVERNMENT:
        return Key(level, measure)
    groups: Mapping[Domain, Group] = {d: group for group, d in DOMAINS.items()}
    return Key("", measure, groups[by], level) if by else Key("", measure)


def finite(value: float) -> float | None:
    return value if math.isfinite(value) else None
