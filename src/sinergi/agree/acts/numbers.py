"""A letter has a number of its own in a forum."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from sinergi.agree.models import Addendum, Guideline, RecordOfAgreement
from sinergi.core.refusal import Refusal


class NumberTaken(Refusal):
    """Another letter of the forum bears this number."""


def refuse_taken(
    number: str,
    others: Iterable[RecordOfAgreement] | Iterable[Guideline] | Iterable[Addendum],
) -> None:
    """Spaces and capitals make no other number."""
    wanted = _plain(number)
    for other in others:
        if wanted and _plain(other.number) == wanted:
            raise NumberTaken(
                _("Number %(number)s is that of “%(other)s”. Write the one of this.")
                % {"number": other.number, "other": _title_of(other)}
            )


def _title_of(other: RecordOfAgreement | Guideline | Addendum) -> str:
    return other.title if isinstance(other, Guideline) else other.meeting.title


def _plain(number: str) -> str:
    return "".join(number.split()).casefold()
