"""The national nomenclature: codes of sub-kegiatan, loaded by a command from a CSV."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.utils.translation import gettext as _

from sinergi.align.models import NomenclatureCode
from sinergi.align.rules import (
    NomenclatureKind,
    NomenclatureLevel,
    NotAnActivityCode,
    activity_code,
)
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.canonical import sha256
from sinergi.core.refusal import Refusal

COLUMNS = ("code", "level_of_government", "level", "name", "source")
# As the fourth part of a code says it.
_SEGMENTS = {NomenclatureLevel.PROVINCE: "1", NomenclatureLevel.REGENCY_OR_CITY: "2"}
_PARTS = {
    NomenclatureKind.PROGRAMME: 3,
    NomenclatureKind.ACTIVITY: 5,
    NomenclatureKind.SUB_ACTIVITY: 6,
}
_SHOWN = 10


class BadNomenclature(Refusal):
    """The file is no nomenclature, or some of its rows are wrong."""


@dataclass(frozen=True)
class CodeRow:
    code: str
    kind: NomenclatureKind
    level: NomenclatureLevel
    name: str
    source: str = ""


@dataclass(frozen=True)
class Imported:
    new: int
    renamed: int
    same: int


def read(path: Path) -> list[CodeRow]:
    """Every row of a CSV file.

    Raises:
        BadNomenclature: The file or some of its rows cannot be read; it says which.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as wrong:
        raise BadNomenclature(
            _("There is no file %(path)s.") % {"path": path}
        ) from wrong
    except UnicodeDecodeError as wrong:
        raise BadNomenclature(
            _("%(path)s is not text in UTF-8. Save it as “CSV UTF-8”.") % {"path": path}
        ) from wrong
    table = csv.DictReader(io.StringIO(text))
    missing = [name for name in COLUMNS if name not in (table.fieldnames or ())]
    if missing:
        raise BadNomenclature(
            _("%(path)s lacks the columns %(columns)s.")
            % {"path": path, "columns": ", ".join(missing)}
        )
    rows, faults = _rows(table)
    if faults:
        shown = "\n".join(faults[:_SHOWN])
        raise BadNomenclature(
            _("%(n)s rows of %(path)s are wrong; nothing was taken:\n%(faults)s")
            % {"n": len(faults), "path": path, "faults": shown}
        )
    return rows


@act
def import_nomenclature(rows: Sequence[CodeRow], *, at: datetime) -> Imported:
    """Take codes that are new and names that changed; no code is ever taken out.

    Plans were made with the codes of their year, and keep them.
    """
    known = {each.code: each for each in NomenclatureCode.objects.all()}
    new = [row for row in rows if row.code not in known]
    renamed = [
        row for row in rows if row.code in known and _differs(known[row.code], row)
    ]
    for row in [*new, *renamed]:
        kept = known.get(row.code) or NomenclatureCode(code=row.code)
        kept.kind, kept.level = row.kind, row.level
        kept.name, kept.source = row.name, row.source
        kept.save()
    done = Imported(len(new), len(renamed), len(rows) - len(new) - len(renamed))
    first = NomenclatureCode.objects.first()
    if first and (new or renamed):
        ledger.record(
            "import_nomenclature",
            first,
            reference="nomenclature",
            by=None,
            at=at,
            after={
                "new": done.new,
                "renamed": done.renamed,
                "same": done.same,
                "rows_sha256": sha256("\n".join(str(row) for row in rows)),
            },
        )
    return done


def _differs(kept: NomenclatureCode, row: CodeRow) -> bool:
    return (kept.kind, kept.level, kept.name, kept.source) != (
        row.kind,
        row.level,
        row.name,
        row.source,
    )


def _rows(table: Iterator[dict[str, str]]) -> tuple[list[CodeRow], list[str]]:
    rows: dict[str, CodeRow] = {}
    faults: list[str] = []
    for number, cells in enumerate(table, start=2):
        try:
            row = _row(cells)
        except ValueError as wrong:
            faults.append(_("Row %(row)s: %(why)s") % {"row": number, "why": wrong})
            continue
        if row.code in rows:
            faults.append(
                _("Row %(row)s: code %(code)s stands twice.")
                % {"row": number, "code": row.code}
            )
        rows[row.code] = row
    return list(rows.values()), faults


def _row(cells: Mapping[str, str | None]) -> CodeRow:
    said = {name: " ".join((cells.get(name) or "").split()) for name in COLUMNS}
    try:
        kind = NomenclatureKind(said["level"])
        level = NomenclatureLevel(said["level_of_government"])
    except ValueError as wrong:
        raise ValueError(
            _("“%(level)s” / “%(kind)s” is no level of government or of the code.")
            % {"level": said["level_of_government"], "kind": said["level"]}
        ) from wrong
    code = said["code"]
    if kind is NomenclatureKind.SUB_ACTIVITY:
        try:
            code = activity_code(code)
        except NotAnActivityCode as wrong:
            raise ValueError(
                _("“%(code)s” is no code of a sub-kegiatan.") % {"code": code}
            ) from wrong
    parts = code.split(".")
    fits = _SEGMENTS.get(level)
    if len(parts) != _PARTS[kind] or not said["name"]:
        raise ValueError(
            _("“%(code)s” has not the parts of a %(kind)s, or has no name.")
            % {"code": code, "kind": kind}
        )
    if fits and len(parts) > 3 and parts[3] != fits:
        raise ValueError(
            _("“%(code)s” is not of the level %(level)s: its fourth part is %(part)s.")
            % {"code": code, "level": level, "part": parts[3]}
        )
    return CodeRow(code, kind, level, said["name"], said["source"])
