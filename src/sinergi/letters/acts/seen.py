"""Stamps of what a page showed of an office's letters, and what the ledger keeps."""

from sinergi.core.models import Place
from sinergi.core.stale import stamp
from sinergi.letters.models import Letterhead, LetterSignatory, NumberPattern


def head_of(government: Place, provenance: str) -> Letterhead | None:
    own = Letterhead.objects.filter(government=government, provenance=provenance)
    return own.select_related("logo").first()


def pattern_of(government: Place, provenance: str, kind: str) -> NumberPattern | None:
    return NumberPattern.objects.filter(
        government=government, provenance=provenance, kind=kind
    ).first()


def signatory_set(
    government: Place, provenance: str, kind: str
) -> LetterSignatory | None:
    own = LetterSignatory.objects.filter(
        government=government, provenance=provenance, kind=kind
    )
    return own.select_related("holder__person").first()


def told_of_head(known: Letterhead | None) -> dict[str, str]:
    if known is None:
        return {}
    return {
        "headline": known.headline,
        "office": known.office,
        "address": known.address,
        "contact": known.contact,
        "town": known.town,
        "logo": known.logo.sha256 if known.logo else "",
        "logo_words": known.logo_words,
    }


def told_of_pattern(known: NumberPattern | None) -> dict[str, str]:
    if known is None:
        return {}
    return {
        "text": known.text,
        "code": known.code,
        "unit": known.unit,
        "first": str(known.first),
    }


def told_of_signatory(known: LetterSignatory | None) -> dict[str, str]:
    """Whose name is printed is told by reference, so that an account can be erased."""
    if known is None:
        return {}
    return {
        "office": known.office,
        "held_as": known.held_as,
        "on_behalf_of": known.on_behalf_of,
        "holder": str(known.holder.person.reference) if known.holder else "",
    }


def seen_of_head(known: Letterhead | None) -> str:
    return stamp(told_of_head(known))


def seen_of_pattern(known: NumberPattern | None) -> str:
    return stamp(told_of_pattern(known))


def seen_of_signatory(known: LetterSignatory | None) -> str:
    return stamp(told_of_signatory(known))
