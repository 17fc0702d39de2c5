"""Which number a letter bears: the next one proposed, and each given only once."""

from datetime import date, datetime

from django.db.models import Max
from django.utils.translation import gettext as _

from sinergi.core.models import Place
from sinergi.core.refusal import Refusal
from sinergi.letters.models import GivenNumber, NumberPattern
from sinergi.letters.rules import plain


class NumberTaken(Refusal):
    """Another letter of the office bears this number."""


def proposed(government: Place, kind: str, provenance: str, day: date) -> str:
    """The next number by the pattern of the office; nothing where it has none."""
    known = NumberPattern.objects.filter(
        government=government, provenance=provenance, kind=kind
    ).first()
    return next_of(known, day) if known else ""


def next_of(known: NumberPattern, day: date) -> str:
    given = GivenNumber.objects.filter(
        government=known.government, provenance=known.provenance, kind=known.kind
    )
    pattern, counted = known.pattern, given
    if pattern.begins_anew_each_year:
        counted = given.filter(year=day.year)
    last = counted.aggregate(last=Max("serial"))["last"] or 0
    serial = max(last + 1, known.lowest(day.year))
    # One typed by hand in another way may look like the next.
    while given.filter(plain=plain(pattern.number(serial, day))).exists():
        serial += 1
    return pattern.number(serial, day)


def take(
    government: Place,
    kind: str,
    provenance: str,
    *,
    number: str,
    reference: str,
    title: str,
    day: date,
    at: datetime,
) -> None:
    """Give a number to a letter, for good. Part of the act that sends or drafts it,
    which names it in the ledger; the same letter may bear it again."""
    # Serialises giving on PostgreSQL; SQLite has one writer anyway.
    Place.objects.select_for_update().get(pk=government.pk)
    own = GivenNumber.objects.filter(
        government=government, provenance=provenance, kind=kind
    )
    known = own.filter(plain=plain(number)).first()
    if known and known.reference != reference:
        raise NumberTaken(
            _("Number %(number)s is that of “%(other)s”. Write the one of this.")
            % {"number": known.number, "other": known.title}
        )
    if known:
        return
    pattern = NumberPattern.objects.filter(
        government=government, provenance=provenance, kind=kind
    ).first()
    serial, year = (pattern and pattern.pattern.serial_of(number)) or (None, None)
    GivenNumber.objects.create(
        government=government,
        provenance=provenance,
        kind=kind,
        number=number.strip(),
        plain=plain(number),
        serial=serial,
        year=year or day.year,
        reference=reference,
        title=title[:200],
        given_at=at,
    )
