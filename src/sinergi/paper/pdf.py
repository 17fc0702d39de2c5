"""Documents as PDF/A-2a and PDF/UA-1: one template, one mapping of plain data."""

import io
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from importlib.resources import files
from typing import Any

import segno
import typst
from pydantic import TypeAdapter, ValidationError

from sinergi.paper.glyphs import printable
from sinergi.paper.shapes import (
    Adendum,
    Bahan,
    BeritaAcara,
    DaftarHadir,
    Kop,
    LaporanHasil,
    LembarPengesahan,
    Notulen,
    Pedoman,
    SusunanAcara,
    TandaTerima,
    Undangan,
)
from sinergi.paper.typesetter import typeset

SHAPES: dict[str, TypeAdapter[Any]] = {
    "adendum": TypeAdapter(Adendum),
    "bahan": TypeAdapter(Bahan),
    "berita_acara": TypeAdapter(BeritaAcara),
    "daftar_hadir": TypeAdapter(DaftarHadir),
    "kop": TypeAdapter(Kop),
    "laporan_hasil": TypeAdapter(LaporanHasil),
    "lembar_pengesahan": TypeAdapter(LembarPengesahan),
    "notulen": TypeAdapter(Notulen),
    "pedoman": TypeAdapter(Pedoman),
    "susunan_acara": TypeAdapter(SusunanAcara),
    "tanda_terima": TypeAdapter(TandaTerima),
    "undangan": TypeAdapter(Undangan),
}


class PaperRefused(Exception):
    """A document that cannot be printed as asked."""


class UnknownTemplate(PaperRefused):
    """No template has this name."""


class DataDoesNotFit(PaperRefused):
    """The data lacks a field of the template, or has one that does not fit."""

    def __init__(self, template: str, faults: list[tuple[str, str]]) -> None:
        self.template, self.faults = template, faults
        listed = "; ".join(f"{field}: {fault}" for field, fault in faults)
        super().__init__(
            f"Template {template!r} cannot be printed from this data. {listed}. "
            "The shape it needs is in sinergi.paper.shapes."
        )


class TypesettingFailed(PaperRefused):
    """The typesetter refused a document whose data had the right shape."""

    def __init__(self, template: str, error: typst.TypstError) -> None:
        self.template, self.reason = template, error.message
        hints = " ".join(error.hints)
        where = " ".join(str(step) for step in error.trace)
        super().__init__(
            f"Template {template!r} was not typeset: {error.message} {hints} {where}"
        )


def render(
    template: str, data: Mapping[str, Any], *, title: str, created_on: date
) -> bytes:
    """The document as tagged, archivable PDF; equal arguments give equal bytes.

    `title` is what a viewer shows in its title bar, `created_on` the date the file
    carries; neither is printed.
    """
    if template not in SHAPES:
        raise UnknownTemplate(
            f"No template {template!r}; there are {', '.join(sorted(SHAPES))}."
        )
    _refuse_misfit(template, data, title)
    sources: dict[str, bytes] = _sources()
    verification = data.get("verification")
    if verification is not None:
        sources["qr.svg"] = _qr(verification["url"])
    logo = data["letterhead"].get("logo")
    if logo is not None:
        sources["logo.svg"] = _in_svg(logo)
    document = {**data, "document": {"title": title, "date": _ymd(created_on)}}
    sources["data.json"] = json.dumps(printable(document), allow_nan=False).encode()
    sources["main.typ"] = sources[f"{template}.typ"]
    try:
        return typeset(
            sources,
            timestamp=int(datetime.combine(created_on, time(), UTC).timestamp()),
        )
    except typst.TypstError as error:
        raise TypesettingFailed(template, error) from error


def _refuse_misfit(template: str, data: Mapping[str, Any], title: str) -> None:
    try:
        SHAPES[template].validate_python(data)
    except ValidationError as error:
        raise DataDoesNotFit(
            template,
            [(_field(fault["loc"]), fault["msg"]) for fault in error.errors()],
        ) from error
    faults = []
    if not title.strip():
        faults.append(("title", "PDF/UA wants a title"))
    for place, appendix in enumerate(data.get("appendices", [])):
        table = appendix.get("table")
        if table and any(len(row) != len(table["header"]) for row in table["rows"]):
            faults.append(
                (f"appendices.{place}.table", "a row is not as long as the header")
            )
    if faults:
        raise DataDoesNotFit(template, faults)


def _field(location: tuple[int | str, ...]) -> str:
    return ".".join(str(step) for step in location) or "data"


def _in_svg(logo: Mapping[str, str]) -> bytes:
    """The picture inside an SVG: typst is handed text files only."""
    media_type = {"png": "image/png", "jpg": "image/jpeg"}[logo["format"]]
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 120">'
        '<image width="100" height="120" preserveAspectRatio="xMidYMid meet" '
        f'href="data:{media_type};base64,{logo["content"]}"/></svg>'
    ).encode()


def _sources() -> dict[str, bytes]:
    folder = files("sinergi.paper") / "typst"
    return {
        source.name: source.read_bytes()
        for source in folder.iterdir()
        if source.name.endswith(".typ")
    }


def _qr(url: str) -> bytes:
    svg = io.BytesIO()
    segno.make(url, error="m", micro=False).save(
        svg, kind="svg", border=2, xmldecl=False, light="white"
    )
    return svg.getvalue()


def _ymd(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}
