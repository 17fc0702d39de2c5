"""How an office numbers a kind of letter."""

from datetime import datetime

from django.utils.translation import gettext as _

from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.correspondence import LetterKind
from sinergi.core.models import Membership
from sinergi.core.refusal import Refusal
from sinergi.letters import words
from sinergi.letters.acts.guards import keepers_only, refuse_overtaken
from sinergi.letters.acts.seen import pattern_of, seen_of_pattern, told_of_pattern
from sinergi.letters.models import NumberPattern
from sinergi.letters.rules import Pattern

MOST_LETTERS = 80


class BadPattern(Refusal):
    """No number can be made from the pattern; it says at which letter and why."""


@act
def set_number_pattern(
    kind: LetterKind,
    *,
    text: str,
    code: str,
    unit: str,
    first: int,
    by: Membership,
    at: datetime,
    seen: str = "",
) -> NumberPattern:
    """The next number is made from the pattern; numbers that were given stay given."""
    keepers_only(by)
    known = pattern_of(by.government, by.provenance, kind.key)
    refuse_overtaken(seen, seen_of_pattern(known))
    pattern = Pattern(text.strip(), code.strip(), unit.strip())
    misfits = pattern.misfits()
    if misfits:
        raise BadPattern(" ".join(map(words.misfit, misfits)))
    longest = len(pattern.number(999_999, at.date().replace(month=8)))
    if longest > MOST_LETTERS:
        raise BadPattern(
            _("The numbers would have up to %(long)d letters; at most %(most)d fit.")
            % {"long": longest, "most": MOST_LETTERS}
        )
    before = told_of_pattern(known)
    numbers = known or NumberPattern(
        government=by.government, provenance=by.provenance, kind=kind.key
    )
    numbers.text, numbers.code, numbers.unit = pattern.text, pattern.code, pattern.unit
    numbers.first, numbers.first_year = first, at.year
    numbers.save()
    ledger.record(
        "set_number_pattern",
        numbers,
        reference=f"{by.government.slug}/{kind.key}",
        by=by,
        at=at,
        before=before,
        after=told_of_pattern(numbers),
    )
    return numbers
