"""Open data as files: every row says where it comes from, and so does the name."""

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any

from django.http import HttpResponse, JsonResponse

from sinergi.core.rules import Provenance
from sinergi.paper.sheet import csv_text

Row = Mapping[str, Any]

# Columns, words and names are the same whatever the language of the reader:
# programs read them.
ORIGIN_COLUMN = "asal_usul"
ORIGIN = {
    Provenance.PUBLISHED: "terbitan",
    Provenance.MEASURED: "pengukuran",
    Provenance.ENTERED: "isian",
    Provenance.SIMULATED: "simulasi",
}


def origin(provenance: str | None) -> str:
    """The word of the column that every download has; none of what nobody said."""
    return "" if provenance is None else ORIGIN[Provenance(provenance)]


def file_name(name: str, provenance: str) -> str:
    """A file called by what it holds and where that comes from, before its ending."""
    path = PurePath(name)
    return f"{path.stem}-{origin(provenance)}{path.suffix}"


def as_csv(name: str, columns: Sequence[str], rows: Sequence[Row]) -> HttpResponse:
    text = csv_text(columns, [[row[column] for column in columns] for row in rows])
    response = HttpResponse(text, content_type="text/csv; charset=utf-8")
    return _named(response, name, rows, "csv")


def as_json(name: str, rows: Sequence[Row]) -> HttpResponse:
    response = JsonResponse(
        list(rows), safe=False, json_dumps_params={"ensure_ascii": False, "indent": 1}
    )
    return _named(response, name, rows, "json")


def _named(
    response: HttpResponse, name: str, rows: Sequence[Row], suffix: str
) -> HttpResponse:
    """The file says what it holds also after it was sent around."""
    origins = {str(row[ORIGIN_COLUMN]) for row in rows} - {""}
    stem = "-".join([name, *sorted(origins)])
    response["Content-Disposition"] = f'attachment; filename="{stem}.{suffix}"'
    return response
