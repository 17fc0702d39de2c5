"""Open data across stages: progress and documents, read only."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router
from pydantic import BaseModel, ConfigDict

from sinergi.core.models import Document
from sinergi.publish import rows

router = Router(tags=["publikasi"])


class Row(BaseModel):
    model_config = ConfigDict(extra="forbid")


class ProgressOut(Row):
    nomor: str
    kode_kemendagri: str
    pemerintah_daerah: str
    rtl: str
    keadaan: str
    hasil_telaah: str
    tingkat_bukti: str
    ditunggu_sampai: str
    asal_usul: str


class DocumentOut(Row):
    code: str
    kind: str
    title: str
    number: str
    sha256: str
    issued_at: datetime
    issuer: str
    provenance: str


@router.get("/progress/", response=list[ProgressOut])
def progress(request: HttpRequest) -> list[Any]:
    """How far each addressed government is with each adopted recommendation."""
    return list(rows.progress(timezone.now()))


@router.get("/documents/", response=list[DocumentOut])
def documents(request: HttpRequest) -> list[DocumentOut]:
    """Locked documents that everyone may read, the newest first."""
    return [
        DocumentOut(
            code=each.code,
            kind=each.kind,
            title=each.title,
            number=each.number,
            sha256=each.content_sha256,
            issued_at=each.issued_at,
            issuer=each.issuer,
            provenance=each.provenance,
        )
        for each in Document.objects.filter(is_public=True)
    ]
