"""Filters of the matrix: money in juta, targets with units, names in a sentence."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from django import template
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from sinergi.align import words
from sinergi.align.rules import BudgetStage
from sinergi.core import formats
from sinergi.core.models import Place

register = template.Library()

_MILLION = 1_000_000


@register.filter
def juta(amount: Decimal) -> str:
    """Rupiah in millions for a narrow cell: 125, 1.250, 0,8."""
    millions = amount / _MILLION
    places = 1 if 0 < millions < 10 and millions != millions.to_integral() else 0
    return formats.angka(millions, places, get_language() or "id")


@register.filter
def signed(amount: Decimal) -> str:
    """A difference with its sign, also when it is more: +1.200, −300, 0."""
    number = formats.angka(abs(amount), None, get_language() or "id")
    return f"{_sign(amount)}{number}"


@register.filter
def signed_juta(amount: Decimal) -> str:
    return f"{_sign(amount)}{juta(abs(amount))}"


def _sign(amount: Decimal) -> str:
    if not amount:
        return ""
    return "+" if amount > 0 else "−"


@register.filter
def field_label(name: str) -> str:
    """What a field of a plan is called."""
    return str(words.PLAN_FIELD[name])


@register.filter
def field_value(value: object) -> str:
    """What a field of a plan says, numbers as officials write them."""
    if isinstance(value, BudgetStage):
        return str(words.BUDGET_STAGE[value])
    if isinstance(value, Decimal):
        return formats.angka(value, None, get_language() or "id")
    return str(value) if value not in (None, "") else "–"


@register.filter
def unit(name: str) -> str:
    return name or _("without unit")


@register.filter
def names(places: Iterable[Place]) -> str:
    """`A`, `A dan B`, `A, B, dan C`."""
    said = [place.short_name for place in places]
    if len(said) < 2:
        return "".join(said)
    last = pgettext("before the last of two", "and")
    if len(said) > 2:
        last = pgettext("before the last of several", "and")
        return f"{', '.join(said[:-1])}, {last} {said[-1]}"
    return f"{said[0]} {last} {said[1]}"


@register.filter
def after(items: Sequence[object], count: int) -> Sequence[object]:
    return items[count:]
