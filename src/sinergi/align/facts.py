"""Programmes in force: reference facts, loaded by a command from a file."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from sinergi.align.models import Programme
from sinergi.align.rules import Verified
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.models import Bidang, Forum, Pillar
from sinergi.core.refusal import Refusal
from sinergi.core.rules import Level


class BadProgrammeFile(Refusal):
    """The file does not say what a programme needs, or names what is not known."""


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


@act
def register_programme(forum: Forum, fact: ProgrammeFact, *, at: datetime) -> Programme:
    """Put a programme in force in a forum; registering it again changes nothing."""
    known = Programme.objects.filter(forum=forum, code=fact.code).first()
    if known:
        return known
    bidang = _found(Bidang.objects.filter(forum=forum), fact.bidang, fact, "bidang")
    pillars = _found(Pillar.objects.all(), fact.pillars, fact, "pillars")
    plain = {
        name: value
        for name, value in vars(fact).items()
        if name not in ("bidang", "pillars", "responsible_levels")
    }
    programme = Programme.objects.create(
        forum=forum,
        order=forum.programmes.count() + 1,
        responsible_levels=[level.value for level in fact.responsible_levels],
        **plain,
    )
    programme.bidang.set(bidang)
    programme.pillars.set(pillars)
    ledger.record(
        "register_programme",
        programme,
        reference=f"{forum.slug}/{fact.code}",
        by=None,
        at=at,
        after={
            "name": fact.name,
            "bidang": list(fact.bidang),
            "pillars": list(fact.pillars),
            "mandate_verified": fact.mandate_verified,
            "target_verified": fact.target_verified,
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
    if name.endswith("_verified"):
        return Verified(value)
    return tuple(value) if isinstance(value, list) else value


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
