"""A letter as DOCX: the words in force, filled in with what the stage knows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sinergi.core import files
from sinergi.core.correspondence import LetterKind
from sinergi.core.formats import tanggal
from sinergi.core.models import Place
from sinergi.core.rules import Provenance
from sinergi.letters.common import COMMON
from sinergi.letters.heads import letterhead
from sinergi.letters.models import Wording
from sinergi.letters.rules import WordingState
from sinergi.letters.signing import signatory_of
from sinergi.paper import wording
from sinergi.paper.office import MARKS
from sinergi.paper.wording import NotFilled, Vocabulary

Values = Mapping[str, "str | Sequence[Mapping[str, str]]"]


@dataclass(frozen=True)
class Dated:
    """Number, day and place of a letter; whose it is, and where its data come from."""

    government: Place
    provenance: str
    number: str
    day: date
    place: str


def vocabulary_of(kind: LetterKind) -> Vocabulary:
    return Vocabulary(
        names=frozenset(each.name for each in (*COMMON, *kind.placeholders)),
        lists={
            each.name: frozenset(field.name for field in each.fields)
            for each in kind.lists
        },
    )


def example_of(kind: LetterKind) -> dict[str, Any]:
    """What a trial paper is filled in with."""
    return {**{each.name: each.example for each in COMMON}, **kind.example()}


def house_template(kind: LetterKind) -> bytes:
    return wording.house(str(kind.label), kind.standard)


def in_force(kind: str, government: Place, provenance: str) -> Wording | None:
    return (
        Wording.objects.filter(
            government=government,
            provenance=provenance,
            kind=kind,
            state=WordingState.IN_FORCE.value,
        )
        .select_related("file")
        .first()
    )


def letter(kind: LetterKind, dated: Dated, values: Values) -> bytes:
    """The letter; words in force that no longer fit give way to those of the house."""
    known = in_force(kind.key, dated.government, dated.provenance)
    filled = {**_common(kind, dated), **values}
    above = marks(dated.provenance)
    if known:
        try:
            return wording.fill(files.read(known.file), filled, above=above)
        except NotFilled:
            # Checked when it was brought, but by the placeholders of that day.
            pass
    return wording.fill(house_template(kind), filled, above=above)


def marks(provenance: str) -> list[str]:
    """Said above every letter of simulated data, whatever the template says."""
    simulated = Provenance(provenance) is Provenance.SIMULATED
    return [MARKS["simulated"]] if simulated else []


def _common(kind: LetterKind, dated: Dated) -> dict[str, Any]:
    head = letterhead(dated.government, dated.provenance)
    signed = signatory_of(dated.government, kind.key, dated.provenance, dated.day)
    return {
        "logo": wording.picture(head["logo"]) if "logo" in head else "",
        "kop_pemerintah": head["government"],
        "kop_kantor": head["office"],
        "kop_alamat": head["address"],
        "kop_kontak": head.get("contact", ""),
        "nomor": dated.number or "…………………",
        "tanggal": tanggal(dated.day),
        "tempat": dated.place,
        "penandatangan_jabatan": "\n".join(signed.lines),
        "penandatangan_nama": signed.name or "…………………",
    }
