"""What an addendum says, as plain data, and who is asked to sign a paper."""

import json
from typing import Any

from sinergi.agree.models import Addendum, RecordOfAgreement
from sinergi.core.models import Place
from sinergi.letters.heads import letterhead

FORMAT = 1


def of_addendum(addendum: Addendum) -> dict[str, Any]:
    """Its words, and the locked berita acara they refer to."""
    record, meeting = addendum.record, addendum.meeting
    document = record.document
    return {
        "format": FORMAT,
        "kind": "adendum-berita-acara",
        "number": addendum.number,
        "agreed_on": addendum.agreed_on.isoformat(),
        "provenance": addendum.provenance,
        "letterhead": letterhead(meeting.forum.coordinator, addendum.provenance),
        "meeting": {
            "slug": meeting.slug,
            "title": meeting.title,
            "host": meeting.host.name,
        },
        "record": {
            "number": record.number,
            "agreed_on": record.agreed_on.isoformat(),
            "code": document.code if document else "",
            "sha256": document.content_sha256 if document else "",
        },
        "subject": addendum.subject,
        "text": addendum.text,
        "signatories": [
            {"government": place.name, "office": office}
            for place, office in signatories_of(record)
        ],
    }


def signatories_of(record: RecordOfAgreement) -> list[tuple[Place, str]]:
    """The governments in the signature table of the locked berita acara."""
    document = record.document
    told = json.loads(document.content)["present"] if document else []
    places = {
        place.slug: place
        for place in Place.objects.filter(slug__in=[each["slug"] for each in told])
    }
    return [(places[each["slug"]], each["head"]) for each in told]
