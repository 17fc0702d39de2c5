"""Programmes in force: reference facts, loaded by a command from a file."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from sinergi.align.acts.programmes import check_keeper, reference_of
from sinergi.align.models import Programme
from sinergi.align.rules import Verified
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.models import Bidang, Forum, Membership, Pillar
from sinergi.core.refusal import Refusal
from sinergi.core.rules import Level, Provenance

# What stands in tables of its own.
_RELATED = frozenset(
    {"bidang", "pillars", "responsible_levels", "mandate_documents", "targets"}
)


class BadProgrammeFile(Refusal):
    """The file does not say what a programme needs, or names what is not known."""


class KnownProgramme(Refusal):
    """The forum has a programme with this code."""


# Addresses of the matrix that no programme can have.
TAKEN_ADDRESSES = frozenset({"temuan", "perubahan", "baru"})


@dataclass(frozen=True)
class MandateFact:
    """A document a programme rests on, and where it can be read."""

    number: str
    title: str
    year: int
    link: str = ""
    verified: Verified = Verified.RECALLED


@dataclass(frozen=True)
class TargetFact:
    """A figure to reach in a year: a total of the nation, else of each government."""

    level: Level
    year: int
    value: Decimal
    unit: str
    source: str
    verified: Verified = Verified.RECALLED


@dataclass(frozen=True)
class ProgrammeFact:
    """A programme as sources describe it, column by column read or recalled."""

    code: str
    name: str
    national_owner: str
    bidang: tuple[str, ...]
    source: str
    short_name: str = ""
    pillars: tuple[str, ...] = ()
    pillars_basis: str = ""
    mandate: str = ""
    mandate_verified: Verified = Verified.NONE
    mandate_note: str = ""
    target: str = ""
    target_verified: Verified = Verified.NONE
    local_obligation: str = ""
    obligation_verified: Verified = Verified.RECALLED
    responsible_levels: tuple[Level, ...] = ()
    levels_basis: str = ""
    measured_by: str = ""
    first_year: int | None = None
    last_year: int | None = None
    mandate_documents: tuple[MandateFact, ...] = ()
    targets: tuple[TargetFact, ...] = ()


@act
def register_programme(forum: Forum, fact: ProgrammeFact, *, at: datetime) -> Programme:
    """Put a programme in force in a forum; registering it again changes nothing."""
    known = Programme.objects.filter(forum=forum, code=fact.code).first()
    return known or _register(forum, fact, by=None, at=at)


@act
def enter_programme(
    forum: Forum, fact: ProgrammeFact, *, by: Membership, at: datetime
) -> Programme:
    """Put a programme in force as the secretariat of the coordinator."""
    check_keeper(forum, by)
    if forum.programmes.filter(code__iexact=fact.code).exists():
        raise KnownProgramme(
            _("%(forum)s already has a programme %(code)s.")
            % {"forum": forum, "code": fact.code}
        )
    return _register(forum, fact, by=by, at=at)


def _register(
    forum: Forum, fact: ProgrammeFact, *, by: Membership | None, at: datetime
) -> Programme:
    if fact.code.casefold() in TAKEN_ADDRESSES:
        raise BadProgrammeFile(
            _("“%(code)s” is the address of a page. Choose another code.")
            % {"code": fact.code}
        )
    provenance = by.provenance if by else Provenance.PUBLISHED
    bidang = _found(Bidang.objects.filter(forum=forum), fact.bidang, fact, "bidang")
    pillars = _found(Pillar.objects.all(), fact.pillars, fact, "pillars")
    plain = {name: value for name, value in vars(fact).items() if name not in _RELATED}
    programme = Programme.objects.create(
        forum=forum,
        order=forum.programmes.count() + 1,
        responsible_levels=[level.value for level in fact.responsible_levels],
        **plain,
    )
    programme.bidang.set(bidang)
    programme.pillars.set(pillars)
    for document in fact.mandate_documents:
        programme.mandate_documents.create(
            **vars(document), provenance=provenance, added_at=at
        )
    for target in fact.targets:
        programme.targets.create(**vars(target), provenance=provenance, added_at=at)
    ledger.record(
        "enter_programme" if by else "register_programme",
        programme,
        reference=reference_of(programme),
        by=by,
        at=at,
        after={
            "name": fact.name,
            "bidang": list(fact.bidang),
            "pillars": list(fact.pillars),
            "mandate_verified": fact.mandate_verified,
            "target_verified": fact.target_verified,
            "years": programme.years,
            "mandate_documents": [each.number for each in fact.mandate_documents],
            "targets": len(fact.targets),
        },
    )
    return programme


def load(forum: Forum, path: Path, *, at: datetime) -> list[Programme]:
    """Register every programme of a file, all or none of its new ones."""
    return load_all(forum, read(path), at=at)


@act
def load_all(
    forum: Forum, facts: list[ProgrammeFact], *, at: datetime
) -> list[Programme]:
    return [register_programme(forum, fact, at=at) for fact in facts]


def read(path: Path) -> list[ProgrammeFact]:
    """The `[[programme]]` tables of a TOML file."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))["programme"]
    except FileNotFoundError as wrong:
        raise BadProgrammeFile(
            _("There is no file %(path)s.") % {"path": path}
        ) from wrong
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError) as wrong:
        raise BadProgrammeFile(
            _("%(path)s is no TOML file with [[programme]] tables: %(why)s")
            % {"path": path, "why": wrong}
        ) from wrong
    return [_fact(table, path) for table in tables]


def _fact(table: Mapping[str, Any], path: Path) -> ProgrammeFact:
    try:
        return ProgrammeFact(
            **{name: _value(name, value) for name, value in table.items()}
        )
    except (TypeError, ValueError) as wrong:
        raise BadProgrammeFile(
            _("Programme %(code)s in %(path)s: %(why)s")
            % {"code": table.get("code", "?"), "path": path, "why": wrong}
        ) from wrong


def _value(name: str, value: Any) -> Any:
    if name == "responsible_levels":
        return tuple(Level(level) for level in value)
    if name == "mandate_documents":
        return tuple(MandateFact(**_typed(table)) for table in value)
    if name == "targets":
        return tuple(TargetFact(**_typed(table)) for table in value)
    if name.endswith("_verified"):
        return Verified(value)
    return tuple(value) if isinstance(value, list) else value


def _typed(table: Mapping[str, Any]) -> dict[str, Any]:
    found = dict(table)
    if "level" in found:
        found["level"] = Level(found["level"])
    if "verified" in found:
        found["verified"] = Verified(found["verified"])
    if "value" in found:
        found["value"] = Decimal(str(found["value"]))
    return found


def _found(known: Any, codes: tuple[str, ...], fact: ProgrammeFact, what: str) -> Any:
    found = {each.code: each for each in known.filter(code__in=codes)}
    missing = [code for code in codes if code not in found]
    if missing:
        raise BadProgrammeFile(
            _(
                "Programme %(code)s names %(what)s that the forum does not have: "
                "%(list)s."
            )
            % {"code": fact.code, "what": what, "list": ", ".join(missing)}
        )
    return [found[code] for code in codes]
