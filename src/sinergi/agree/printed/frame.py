"""What both papers have in common."""

from collections.abc import Mapping
from typing import Any

from sinergi.core.documents import Seal, verification
from sinergi.core.formats import triwulan

Content = Mapping[str, Any]


def frame(content: Content, seal: Seal | None, origin: str) -> dict[str, Any]:
    """A preview has no seal: it is a draft, and there is nothing to verify."""
    return {
        "language": "id",
        "provenance": content["provenance"],
        "draft": seal is None,
        "letterhead": content["letterhead"],
        "verification": verification(seal, origin),
    }


def of_expected(expected: Content) -> dict[str, Any]:
    return {
        "addressees": list(expected["addressees"]),
        "indicator": expected["indicator"],
        "target": expected["target"],
        "quarter": triwulan(expected["year"], expected["quarter"])
        if expected["year"] and expected["quarter"]
        else "",
        "evidence": expected["evidence"].strip(),
        "pillars": list(expected["pillars"]),
    }


def paragraphs(text: str) -> list[str]:
    return [piece.strip() for piece in text.split("\n\n") if piece.strip()]
