"""How far a locked paper has come: who signed by what, who refused, who is missing."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch

from sinergi.agree import words
from sinergi.agree.models import (
    Addendum,
    RecordOfAgreement,
    Refusal,
    Signatory,
    Signature,
)
from sinergi.agree.rules import (
    HELD,
    Count,
    Kind,
    SignatureState,
    Stage,
    stage_of,
)
from sinergi.core import files
from sinergi.core.marks import Mark
from sinergi.core.models import Document, StoredFile

Paper = RecordOfAgreement | Addendum


@dataclass(frozen=True)
class Row:
    """One government asked to sign, and its answer."""

    signatory: Signatory
    signature: Signature | None
    refusal: Refusal | None

    @property
    def stands(self) -> bool:
        return self.signature is not None and (
            SignatureState(self.signature.state) is SignatureState.STANDS
        )

    @property
    def is_pending(self) -> bool:
        return self.signature is not None and not self.stands

    @property
    def is_open(self) -> bool:
        """Nothing is on record that it did."""
        return self.signature is None

    @property
    def mark(self) -> Mark:
        if self.signature is not None:
            return words.SIGNATURE[SignatureState(self.signature.state)]
        return words.REFUSED if self.refusal else words.UNSIGNED


@dataclass(frozen=True)
class Standing:
    """All who are asked to sign a paper, in the order of the forum."""

    rows: Sequence[Row]
    stage: Stage

    @property
    def count(self) -> Count:
        return _count(self.rows)

    @property
    def mark(self) -> Mark:
        count = self.count
        return words.signing(self.stage, count.signed, count.asked)

    @property
    def signed(self) -> list[Row]:
        return [row for row in self.rows if row.stands]

    @property
    def refused(self) -> list[Row]:
        return [row for row in self.rows if row.refusal and not row.stands]

    @property
    def missing(self) -> list[Row]:
        return [row for row in self.rows if not (row.stands or row.refusal)]


def standing_of(paper: Paper) -> Standing:
    document = paper.document
    if document is None:
        return Standing((), Stage.DRAFT)
    rows = rows_of(document)
    announced = paper.announced_at is not None
    return Standing(rows, stage_of(_count(rows), announced=announced))


def rows_of(document: Document) -> list[Row]:
    held = Signature.objects.filter(state__in=sorted(HELD)).select_related(
        "by__person", "by__government", "mandate", "copy"
    )
    refused = Refusal.objects.filter(taken_back_at=None).select_related("mandate")
    asked = document.signatories.select_related("government").prefetch_related(
        Prefetch("signatures", held, to_attr="held"),
        Prefetch("refusals", refused, to_attr="stated"),
    )
    return [
        Row(each, next(iter(each.held), None), next(iter(each.stated), None))
        for each in asked
    ]


def _count(rows: Sequence[Row]) -> Count:
    return Count(
        asked=len(rows),
        signed=sum(row.stands for row in rows),
        pending=sum(row.is_pending for row in rows),
        refused=sum(1 for row in rows if row.refusal and not row.stands),
    )


def paper_of(document: Document) -> Paper | None:
    """The berita acara or the addendum that was locked as this document."""
    known = RecordOfAgreement.objects.select_related(
        "meeting__forum__coordinator", "meeting__host", "document__file"
    )
    record = known.filter(document=document).first()
    if record:
        return record
    addenda = Addendum.objects.select_related(
        "record__meeting__forum__coordinator",
        "record__meeting__host",
        "record__document",
        "document__file",
    )
    return addenda.filter(document=document).first()


def last_copy(document: Document) -> StoredFile:
    """The file to sign next: with the electronic signatures that are on it so far."""
    copies = [
        each
        for each in document.copies.exclude(kind=Kind.SCAN.value).select_related("file")
        if SignatureState(each.state) is SignatureState.STANDS
    ]
    fullest = max(copies, key=lambda each: (len(each.signers), each.pk), default=None)
    return fullest.file if fullest else document.file


def fingerprints(document: Document) -> set[str]:
    """Of every electronic signature on any copy that stands."""
    copies = document.copies.filter(state=SignatureState.STANDS.value)
    return {told["fingerprint"] for each in copies for told in each.signers}


def by_copies(document: Document) -> int:
    """How many governments have signed by a signed PDF."""
    kinds = (Kind.UPLOAD.value, Kind.BSRE.value)
    return Signature.objects.filter(
        signatory__document=document,
        kind__in=kinds,
        state=SignatureState.STANDS.value,
    ).count()


def locked_bytes(document: Document) -> bytes:
    return files.read(document.file)
