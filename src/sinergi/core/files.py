"""Taking in files: what they are is read from their bytes, not from their name."""

import io
import re
import zipfile
import zlib
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import ProtectedError
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from sinergi.core.act import act
from sinergi.core.canonical import sha256
from sinergi.core.models import StoredFile
from sinergi.core.refusal import Refusal

CSV, PARQUET, XLSX = (
    "text/csv",
    "application/vnd.apache.parquet",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
)
DOCX, PPTX, ODT, ODS, ODP = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "application/vnd.oasis.opendocument.text",
    "application/vnd.oasis.opendocument.spreadsheet",
    "application/vnd.oasis.opendocument.presentation",
)
PDF, PNG, JPEG, JSON = "application/pdf", "image/png", "image/jpeg", "application/json"

EVIDENCE = frozenset({PDF, PNG, JPEG})
SURVEY_DATA = frozenset({CSV, PARQUET})
# What is handed out at a meeting. With macros a document is of another kind.
HANDOUT = frozenset({PDF, PNG, JPEG, DOCX, XLSX, PPTX, ODT, ODS, ODP})

_MAGIC = [
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"PAR1", PARQUET),
]
_ZIP = b"PK\x03\x04"
# The main part of an office document says what it is.
_MAIN_PART = {
    "word/document.xml": DOCX,
    "ppt/presentation.xml": PPTX,
    "xl/workbook.xml": XLSX,
}
_MACROS = re.compile(r"vbaProject|macrosheets|^Basic/", re.IGNORECASE)

# What reading a zip raises that is damaged, encrypted or packed in an unknown way.
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    KeyError,
    RuntimeError,
)
# The other ways of packing unpack whole blocks, of any size, for the first byte.
_PACKED_IN_STEPS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LONGEST_KIND = 100

# What text has nowhere, and a file that is none has soon.
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f]")


class FileRefused(Refusal):
    """The file is too large, empty, or of a kind this place does not take."""


def media_type(content: bytes) -> str | None:
    """What the bytes say they are; text that decodes as UTF-8 counts as CSV."""
    for magic, kind in _MAGIC:
        if content.startswith(magic):
            return kind
    if content.startswith(_ZIP):
        return _office(content)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    return None if "\x00" in text else CSV


def _office(content: bytes) -> str | None:
    """The kind of an office document without macros; None for any other archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            if any(map(_MACROS.search, names)):
                return None
            if "mimetype" in names:
                return _said(archive)
    except _DAMAGED:
        return None
    found = (kind for part, kind in _MAIN_PART.items() if part in names)
    return next(found, None)


def _said(archive: zipfile.ZipFile) -> str | None:
    """What an OpenDocument says it is; no more than that is unpacked."""
    if archive.getinfo("mimetype").compress_type not in _PACKED_IN_STEPS:
        return None
    with archive.open("mimetype") as stream:
        said = stream.read(_LONGEST_KIND).decode("ascii", "replace")
    return said if said in (ODT, ODS, ODP) else None


def content_of(upload: "UploadedFile[Any]") -> bytes:
    """The bytes of an upload; one too large is refused unread."""
    _check_size(upload.size or 0, upload.name or "")
    return bytes(upload.read())


def check(content: bytes, name: str, allowed: frozenset[str]) -> str:
    """The media type of an upload, or a refusal that says what would be taken."""
    _check_size(len(content), name)
    kind = media_type(content)
    if kind is None and CSV in allowed:
        _refuse_other_writing(content, name)
    if kind is None or kind not in allowed:
        raise FileRefused(
            _("“%(name)s” is not a file this form takes. Taken are: %(kinds)s.")
            % {"name": name, "kinds": ", ".join(sorted(map(_short, allowed)))}
        )
    return kind


def _refuse_other_writing(content: bytes, name: str) -> None:
    """Say of a text in another encoding where it shows and how it is saved right."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or _is_half_nul(content):
        line = 1
    elif place := _nul_in_text(content):
        raise FileRefused(
            _(
                "“%(name)s”, line %(line)s, letter %(letter)s is the character NUL, "
                "which no text has. Remove it, or export the file again as “CSV "
                "UTF-8”, and choose it again."
            )
            % {"name": name, "line": place[0], "letter": place[1]}
        )
    elif _CONTROL.search(content):
        return
    else:
        line = _line_not_utf8(content)
    raise FileRefused(
        _(
            "“%(name)s” is text, but not in UTF-8: line %(line)s has a letter that "
            "cannot be read. Save it in the spreadsheet as “CSV UTF-8” (elsewhere as "
            "text with encoding UTF-8) and choose it again."
        )
        % {"name": name, "line": line}
    )


def _is_half_nul(content: bytes) -> bool:
    """Text in UTF-16 without its mark: every letter of a table is half a NUL."""
    return content.count(0) * 3 > len(content)


def _nul_in_text(content: bytes) -> tuple[int, int] | None:
    """The line and the letter at which a text holds a NUL; None of what is no text."""
    if _CONTROL.search(content.replace(b"\x00", b"")):
        return None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    before = text[: text.index("\x00")].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _line_not_utf8(content: bytes) -> int:
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        return before.count(b"\n") + 1
    return 1


def _check_size(size: int, name: str) -> None:
    limit = settings.MAX_UPLOAD_BYTES
    if not size:
        raise FileRefused(
            _("The file “%(name)s” is empty. Choose another file.") % {"name": name}
        )
    if size > limit:
        raise FileRefused(
            _(
                "The file “%(name)s” has %(size)s MB; at most %(limit)s MB is "
                "taken. Make it smaller, or split it."
            )
            % {"name": name, "size": _megabytes(size), "limit": _megabytes(limit)}
        )


def _megabytes(size: int) -> str:
    return number_format(round(size / 1e6, 1), decimal_pos=None if size % 10**6 else 0)


@act
def keep(content: bytes, *, kind: str, at: datetime) -> StoredFile:
    """Store bytes once under their hash. Not an act by itself: the act that attaches
    the file names its hash in the ledger."""
    digest = sha256(content)
    kept = StoredFile.objects.filter(sha256=digest).first()
    if kept:
        return kept
    file = StoredFile(sha256=digest, media_type=kind, stored_at=at)
    file.content.save(f"{digest[:2]}/{digest}", ContentFile(content), save=True)
    return file


def forget(file: StoredFile) -> None:
    """Remove bytes that nothing rests on any more; what is still named stays.

    Part of the act that let go of the file, which names its hash in the ledger.
    """
    try:
        with transaction.atomic():
            file.delete()
    except ProtectedError:
        return
    transaction.on_commit(lambda: file.content.delete(save=False))


def read(file: StoredFile) -> bytes:
    with file.content.open("rb") as stream:
        return bytes(stream.read())


def _short(kind: str) -> str:
    return {
        CSV: "CSV",
        PARQUET: "Parquet",
        XLSX: "XLSX",
        DOCX: "DOCX",
        PPTX: "PPTX",
        ODT: "ODT",
        ODS: "ODS",
        ODP: "ODP",
        PDF: "PDF",
        PNG: "PNG",
        JPEG: "JPEG",
        JSON: "JSON",
    }[kind]
