"""What the pages of an office's letters show."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from sinergi.core.correspondence import LetterKind
from sinergi.core.models import Membership, Place
from sinergi.core.rules import Role
from sinergi.letters.models import (
    GivenNumber,
    LetterSignatory,
    NumberPattern,
    Wording,
)
from sinergi.letters.numbering import next_of
from sinergi.letters.rules import WordingState


@dataclass(frozen=True)
class Row:
    """One kind of letter and what the office has made of it."""

    kind: LetterKind
    pattern: NumberPattern | None
    next_number: str
    signatory: LetterSignatory | None
    wording: Wording | None


def rows(
    kinds: Iterable[LetterKind], government: Place, provenance: str, day: date
) -> list[Row]:
    own = {"government": government, "provenance": provenance}
    patterns = {each.kind: each for each in NumberPattern.objects.filter(**own)}
    signatories = {
        each.kind: each
        for each in LetterSignatory.objects.filter(**own).select_related(
            "holder__person"
        )
    }
    used = Wording.objects.filter(**own, state=WordingState.IN_FORCE.value)
    wordings = {each.kind: each for each in used}
    return [
        Row(
            kind=each,
            pattern=patterns.get(each.key),
            next_number=next_of(patterns[each.key], day)
            if each.key in patterns
            else "",
            signatory=signatories.get(each.key),
            wording=wordings.get(each.key),
        )
        for each in kinds
    ]


def given(government: Place, provenance: str, kind: str) -> QuerySet[GivenNumber]:
    return GivenNumber.objects.filter(
        government=government, provenance=provenance, kind=kind
    )


def versions(government: Place, provenance: str, kind: str) -> QuerySet[Wording]:
    return Wording.objects.filter(
        government=government, provenance=provenance, kind=kind
    ).select_related("file")


def holders(by: Membership, day: date) -> QuerySet[Membership]:
    """Heads and secretariat of the own government; the simulated among themselves."""
    return (
        Membership.objects.current(day)
        .filter(
            government=by.government_id,
            role__in=(Role.HEAD.value, Role.SECRETARIAT.value),
            person__is_simulated=by.person.is_simulated,
        )
        .order_by("person__name")
    )
