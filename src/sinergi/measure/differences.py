"""The difference of two releases, computed anew from both waves, never stored."""

from dataclasses import dataclass
from functools import lru_cache

from sinergi.core.rules import Provenance
from sinergi.measure import computing, coverage, definitions
from sinergi.measure.computing import Key
from sinergi.measure.models import Figure, Release
from sinergi.measure.rules import (
    Comparable,
    Group,
    Obstacle,
    Verdict,
    obstacle,
    verdict,
)


@dataclass(frozen=True)
class Difference:
    """What changed in one figure; without values where either side is withheld."""

    key: Key
    estimate: float | None
    se: float | None
    ci_low: float | None
    ci_high: float | None
    n_later: int
    n_earlier: int
    verdict: Verdict


def hindrance(later: Release, earlier: Release) -> Obstacle | None:
    return obstacle(_comparable(later), _comparable(earlier))


def _comparable(release: Release) -> Comparable:
    return Comparable(
        release=release.pk,
        definition_sha256=release.definition.sha256,
        survey=release.wave.survey_id,
        provenance=Provenance(release.provenance),
        starts_on=release.wave.starts_on.isoformat(),
    )


def between(later: Release, earlier: Release) -> list[Difference]:
    """Every figure both releases have, later minus earlier.

    Where they were asked in different governments, only single governments: the whole
    would differ because other places were asked.
    """
    seen, before = _by_key(later), _by_key(earlier)
    hashes = (later.figures_sha256, earlier.figures_sha256)
    changes = _changes(later, earlier, hashes)
    alike = coverage.alike(later, earlier)
    found = []
    for key, change in changes.items():
        now, then = seen.get(key), before.get(key)
        if now is None or then is None or not (key.code or alike):
            continue
        hidden = now.is_suppressed or then.is_suppressed
        value, se, low, high = (None,) * 4 if hidden else change
        found.append(
            Difference(key, value, se, low, high, now.n, then.n, verdict(low, high))
        )
    return found


Change = tuple[float | None, float | None, float | None, float | None]


# Released figures never change, so neither does what lies between two of them; the
# hashes in the key keep a draft or another database from being mistaken for it.
@lru_cache(maxsize=32)
def _changes(
    later: Release, earlier: Release, _hashes: tuple[str, str]
) -> dict[Key, Change]:
    index = definitions.parse(later.definition.definition)
    had = computing.breakdowns(earlier.wave)
    shared = [by for by in computing.breakdowns(later.wave) if by in had]
    found: dict[Key, Change] = {}
    with (
        computing.opened(index, later.wave) as now,
        computing.opened(index, earlier.wave) as then,
    ):
        for by in shared:
            changed = computing.estimates(index, now, by).change(
                computing.estimates(index, then, by)
            )
            for row in changed.table():
                level = row.by.get(str(by)) if by else ""
                if level is None:
                    continue
                code = definitions.code_of(index, row.measure)
                found[computing.key_of(code, by, level)] = (
                    computing.finite(row.estimate),
                    computing.finite(row.se),
                    computing.finite(row.ci_low),
                    computing.finite(row.ci_high),
                )
    return found


def _by_key(release: Release) -> dict[Key, Figure]:
    coordinator = release.wave.survey.forum.coordinator_id
    codes = release.codes()
    return {
        Key(
            "" if f.government_id == coordinator else codes[f.government_id],
            f.measure,
            Group(f.group),
            f.group_value,
        ): f
        for f in release.figures.all()
    }
