"""What the sheet of signatures of a paper says, as plain data."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sinergi.agree import signing
from sinergi.agree.models import Mandate
from sinergi.agree.rules import Kind
from sinergi.agree.signing import Paper, Row
from sinergi.letters.heads import letterhead

FORMAT = 1


def of_signatures(paper: Paper, at: datetime) -> dict[str, Any]:
    """Offices, kinds, moments and reasons; people and handwriting stay inside."""
    document, meeting = paper.document, paper.meeting
    if document is None:
        raise ValueError(f"{paper} is not locked.")
    standing = signing.standing_of(paper)
    zone = ZoneInfo(meeting.host.time_zone)
    return {
        "format": FORMAT,
        "kind": "lembar-pengesahan",
        "provenance": paper.provenance,
        "letterhead": letterhead(meeting.forum.coordinator, paper.provenance),
        "stated_at": _moment(at, zone),
        "paper": {
            "kind": document.kind,
            "title": document.title,
            "number": paper.number,
            "agreed_on": paper.agreed_on.isoformat(),
            "code": document.code,
            "sha256": document.content_sha256,
            "file_sha256": document.file.sha256,
        },
        "asked": len(standing.rows),
        "signed": [_signed(row, zone) for row in standing.signed],
        "refused": [_refused(row, zone) for row in standing.refused],
        "missing": [row.signatory.government.name for row in standing.missing],
    }


def _signed(row: Row, zone: ZoneInfo) -> dict[str, Any]:
    signature = row.signature
    assert signature is not None  # noqa: S101 - a row that stands has one
    copy = signature.copy
    told: dict[str, Any] = {
        "government": row.signatory.government.name,
        "office": signature.office,
        "kind": str(Kind(signature.kind)),
        "at": _moment(signature.signed_at, zone),
        "mandate": _mandate(signature.mandate),
        "brought_by": "",
        "compared_by": "",
        "certificates": [],
    }
    if copy is not None:
        told["brought_by"] = _office(copy.by)
        told["compared_by"] = _office(copy.compared_by) if copy.compared_by else ""
        told["certificates"] = [
            {"issuer": each["issuer"], "trust": each["trust"]} for each in copy.signers
        ]
    return told


def _refused(row: Row, zone: ZoneInfo) -> dict[str, Any]:
    refusal = row.refusal
    assert refusal is not None  # noqa: S101 - a refused row has one
    return {
        "government": row.signatory.government.name,
        "office": refusal.office,
        "reason": refusal.reason,
        "at": _moment(refusal.refused_at, zone),
        "mandate": _mandate(refusal.mandate),
    }


def _office(by: Any) -> str:
    return f"{by.title or by.role_label}, {by.government.name}"


def _mandate(mandate: Mandate | None) -> dict[str, str] | None:
    if mandate is None:
        return None
    return {
        "office": mandate.office,
        "number": mandate.number,
        "dated_on": mandate.dated_on.isoformat(),
    }


def _moment(at: datetime, zone: ZoneInfo) -> str:
    """In the zone of the host, to the minute, with the name of the zone."""
    local = at.astimezone(zone)
    return f"{local:%Y-%m-%dT%H:%M} {local:%Z}"
