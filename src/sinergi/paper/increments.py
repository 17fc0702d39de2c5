"""What was added to a PDF after it was locked: signatures, and nothing else.

A signature vouches for what comes after it, and pyHanko reviews that. What stands
between the locked bytes and the first signature has no such witness, and pyHanko's
review wants a form to begin with, which a locked paper has not. So the first increment
is held against the locked revision here: objects may be added, and of those that were
there only the catalogue and pages may change, and only to hold signature fields.
"""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    PdfObject,
    Reference,
)
from pyhanko.pdf_utils.reader import HistoricalResolver, PdfFileReader
from pyhanko.sign.diff_analysis import (
    DEFAULT_DIFF_POLICY,
    ModificationLevel,
    SuspiciousModification,
)

# What signing writes into the catalogue; the rest of it stays as it was.
_FORM = frozenset({"/AcroForm", "/DSS", "/Extensions", "/Version", "/Metadata"})
_ANNOTATIONS = frozenset({"/Annots"})


def only_sign(reader: PdfFileReader) -> bool:
    """Whether every revision after the first adds signatures and nothing else."""
    if reader.xrefs.total_revisions < 2:
        return False
    locked, first = (reader.get_historical_resolver(n) for n in (0, 1))
    if not _only_adds_fields(locked, first):
        return False
    review = DEFAULT_DIFF_POLICY.review_file(reader, 1)
    return not isinstance(review, SuspiciousModification) and (
        review.modification_level <= ModificationLevel.FORM_FILLING
    )


def _only_adds_fields(locked: HistoricalResolver, first: HistoricalResolver) -> bool:
    if locked.root_ref != first.root_ref or first.refs_freed_in_revision():
        return False
    form = _held(first.root, "/AcroForm")
    if not isinstance(form, DictionaryObject) or "/XFA" in form:
        return False
    fields = list(_fields(_held(form, "/Fields")))
    if not fields or not all(_is_signature(each) for each in fields):
        return False
    there = set(locked.explicit_refs_in_revision())
    # pyHanko and other signers write the day of the change beside the title.
    about = {_reference(locked.root, "/Metadata")}
    about.add(_reference(locked.trailer_view, "/Info"))
    changed = there & set(first.explicit_refs_in_revision())
    return all(_may_change(each, locked, first) for each in changed - about)


def _may_change(
    reference: Reference, locked: HistoricalResolver, first: HistoricalResolver
) -> bool:
    old, new = locked.get_object(reference), first.get_object(reference)
    if isinstance(old, ArrayObject):
        return _is_annotations(reference, locked) and _adds_signatures(old, new)
    if type(old) is not DictionaryObject or type(new) is not DictionaryObject:
        return False
    if reference == locked.root_ref:
        return _same(old, new, _FORM)
    if _held(old, "/Type") != "/Page":
        return False
    before, after = (_held(each, "/Annots") for each in (old, new))
    return _same(old, new, _ANNOTATIONS) and _adds_signatures(before, after)


def _same(old: DictionaryObject, new: DictionaryObject, but: frozenset[str]) -> bool:
    keys = set(chain(old, new)) - but
    return all(
        key in old and key in new and old.raw_get(key) == new.raw_get(key)
        for key in keys
    )


def _adds_signatures(old: PdfObject, new: PdfObject) -> bool:
    """The annotations that were there, in their order, and fields to sign."""
    if not isinstance(old, ArrayObject) or not isinstance(new, ArrayObject):
        return False
    before = [old.raw_get(n) for n in range(len(old))]
    after = [new.raw_get(n) for n in range(len(new))]
    if after[: len(before)] != before:
        return False
    added = (each.get_object() for each in after[len(before) :])
    return all(
        isinstance(each, DictionaryObject) and _is_widget(each) for each in added
    )


def _is_widget(annotation: DictionaryObject) -> bool:
    return _held(annotation, "/Subtype") == "/Widget" and _is_signature(annotation)


def _is_signature(field: DictionaryObject) -> bool:
    above = _held(field, "/Parent")
    return _held(field, "/FT") == "/Sig" or (
        isinstance(above, DictionaryObject) and _held(above, "/FT") == "/Sig"
    )


def _fields(listed: PdfObject) -> Iterator[DictionaryObject]:
    if isinstance(listed, ArrayObject):
        for each in listed:
            found = each.get_object()
            if isinstance(found, DictionaryObject):
                yield found


def _is_annotations(reference: Reference, locked: HistoricalResolver) -> bool:
    """Whether a list stands on a page as its annotations."""
    pages = (
        locked.get_object(each)
        for each in locked.explicit_refs_in_revision()
        if each != reference
    )
    return any(
        isinstance(page, DictionaryObject)
        and _held(page, "/Type") == "/Page"
        and _reference(page, "/Annots") == reference
        for page in pages
    )


def _held(holder: DictionaryObject, key: str) -> Any:
    """What stands under the key, wherever it is kept; an empty list if nothing."""
    return holder[key] if key in holder else ArrayObject()


def _reference(holder: DictionaryObject, key: str) -> Reference | None:
    found = holder.raw_get(key) if key in holder else None
    return found.reference if isinstance(found, IndirectObject) else None
