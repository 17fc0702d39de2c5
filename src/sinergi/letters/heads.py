"""The head of an official paper: as the office wrote it, or as it is registered."""

import base64
from typing import Any

from sinergi.core import files
from sinergi.core.models import Place
from sinergi.letters.models import Letterhead

_FORMATS = {files.PNG: "png", files.JPEG: "jpg"}


def office_of(government: Place, provenance: str) -> str:
    """The office that issues a paper under this head; without one, its government."""
    head = letterhead(government, provenance)
    return ", ".join(filter(None, [head["office"], head["government"]]))


def letterhead(government: Place, provenance: str) -> dict[str, Any]:
    """The head (`paper.shapes.Letterhead`) of papers of one origin; nothing is made up:
    without an own one, government and office as they are registered."""
    own = Letterhead.objects.filter(government=government, provenance=provenance)
    known = own.select_related("logo").first()
    return shown(known) if known else registered(government)


def town_of(government: Place, provenance: str) -> str:
    """Where its letters are written; the government itself while no town is told."""
    own = Letterhead.objects.filter(government=government, provenance=provenance)
    known = own.values_list("town", flat=True).first()
    return known or government.name


def registered(government: Place) -> dict[str, Any]:
    office = government.offices.first()
    return {
        "government": f"Pemerintah {government.name}",
        "office": office.name if office else "",
        "address": "",
    }


def shown(known: Letterhead) -> dict[str, Any]:
    head: dict[str, Any] = {
        "government": known.headline,
        "office": known.office,
        "address": known.address,
    }
    if known.contact:
        head["contact"] = known.contact
    if known.logo:
        head["logo"] = logo(files.read(known.logo), known.logo.media_type) | {
            "alt": known.logo_words
        }
    return head


def logo(content: bytes, media_type: str) -> dict[str, str]:
    return {
        "format": _FORMATS[media_type],
        "content": base64.b64encode(content).decode("ascii"),
    }
