"""What a document says, as plain data: taken from the tables once, then never again.

The canonical JSON of this is hashed and locked; page and paper are drawn from it.
"""

from typing import Any

from django.utils import translation

from sinergi.agree.grounds import grounds_of
from sinergi.agree.models import (
    Amendment,
    Position,
    Recommendation,
    RecordOfAgreement,
    Version,
)
from sinergi.agree.rounds import ratification
from sinergi.agree.rules import ACCEPTED, State
from sinergi.convene.queries import presence, present_governments, quorum
from sinergi.core.models import Place
from sinergi.letters.heads import letterhead

# A change of what is inside gets a new number.
FORMAT = 3


def of_record(record: RecordOfAgreement) -> dict[str, Any]:
    """Everything the berita acara says, the exact words and every answer to them."""
    meeting = record.meeting
    found = quorum(meeting)
    came = {each.government.pk: each.present for each in presence(meeting)}
    recommendations = in_order(Recommendation.objects.filter(meeting=meeting))
    submitted = [r for r in recommendations if r.reference]
    return {
        "format": FORMAT,
        "kind": "berita-acara",
        "number": record.number,
        "agreed_on": record.agreed_on.isoformat(),
        "provenance": record.provenance,
        "letterhead": letterhead(meeting.forum.coordinator, record.provenance),
        "forum": meeting.forum.name,
        "meeting": {
            "slug": meeting.slug,
            "title": meeting.title,
            "host": meeting.host.name,
            "venue": meeting.venue,
            "starts_on": meeting.starts_on.isoformat(),
            "ends_on": meeting.held_until.isoformat(),
        },
        "present": [
            {**_place(place), "persons": came.get(place.pk, 0)}
            for place in meeting.forum.governments()
        ],
        "quorum": {
            "present": found.present,
            "seats": found.seats,
            "needed": found.needed,
        },
        "ratification": ratification(recommendations),
        "recommendations": [of_adopted(r.current) for r in submitted if r.is_adopted],
        "not_adopted": [
            {
                "reference": r.reference,
                "title": r.title,
                "state": str(State(r.state)),
                "merged_into": r.merged_into.reference if r.merged_into else "",
                "reason": r.closed_because,
            }
            for r in submitted
            if not r.is_adopted
        ],
    }


def of_adopted(version: Version) -> dict[str, Any]:
    """One adopted text: its words, their hash, what is expected, every answer."""
    recommendation = version.recommendation
    stated = version.positions.select_related("mandate")
    positions = {p.government_id: p for p in stated}
    present = present_governments(recommendation.meeting)
    with translation.override("id"):
        grounds = [
            f"{g.label}: {g.value} ({g.detail}; {g.source})"
            for g in grounds_of(recommendation)
        ]
    return {
        "reference": recommendation.reference,
        "title": recommendation.title,
        "state": str(State(recommendation.state)),
        "ratified_by": recommendation.meeting.ratification.value,
        "version": version.number,
        "sha256": version.sha256,
        "paragraphs": version.texts,
        "bidang": recommendation.bidang.name,
        "programme": {
            "name": recommendation.programme.name,
            "mandate": recommendation.programme.mandate,
        },
        "proposer": recommendation.proposer.name,
        "expected": {
            "addressees": [place.name for place in recommendation.addressed],
            "indicator": recommendation.indicator,
            "target": f"{recommendation.target} {recommendation.unit}".strip(),
            "year": recommendation.due_year,
            "quarter": recommendation.due_quarter,
            "evidence": recommendation.evidence_expected,
            "pillars": [pillar.name for pillar in recommendation.pillars.all()],
        },
        "grounds": grounds,
        "amendments": [
            {"name": each.name, "government": each.proposer.name}
            for each in _taken_in(version)
        ],
        "positions": [
            {
                "government": place.name,
                "stance": positions[place.pk].stance,
                "note": positions[place.pk].note,
                "recorded_by_secretariat": positions[
                    place.pk
                ].is_recorded_by_secretariat,
                "mandate": _mandate(positions[place.pk]),
                # Not concerned from the start, until a government says so itself.
                "is_start": positions[place.pk].is_start,
                "attended": place.pk in present,
                "carried_from": _carried_from(positions[place.pk]),
            }
            for place in recommendation.meeting.forum.governments()
            if place.pk in positions
        ],
    }


def _taken_in(version: Version) -> list[Amendment]:
    """Amendments that are in the words: accepted up to this version and not undone."""
    accepted = Amendment.objects.filter(
        recommendation=version.recommendation_id, state__in=sorted(ACCEPTED)
    )
    return list(accepted.select_related("proposer").order_by("number"))


def _carried_from(position: Position) -> int | None:
    """The version a government answered, where only spelling changed since."""
    return position.answered.number if position.is_carried_over else None


def in_order(recommendations: Any) -> list[Recommendation]:
    """By bidang, then programme, then number: the order of document and guideline."""
    known = recommendations.select_related(
        "bidang", "programme", "proposer", "pinned", "meeting__forum"
    )
    return list(known.order_by("bidang__order", "programme__order", "reference"))


def _mandate(position: Position) -> dict[str, str] | None:
    """On whose behalf it was given, and by which letter."""
    mandate = position.mandate
    if mandate is None:
        return None
    return {
        "office": mandate.office,
        "number": mandate.number,
        "dated_on": mandate.dated_on.isoformat(),
    }


def _place(place: Place) -> dict[str, str]:
    office = place.offices.first()
    return {
        "slug": place.slug,
        "government": place.name,
        "office": office.name if office else "",
        "head": f"Kepala {office.name}" if office else "",
    }
