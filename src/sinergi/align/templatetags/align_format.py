"""Filters of the matrix: money in juta, targets with units, names in a sentence."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from django import template
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

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
def unit(name: str) -> str:
    return name or _("without unit")


@register.filter
def names(places: Iterable[Place]) -> str:
    """`A`, `A dan B`, `A, B, dan C`."""
    words = [place.short_name for place in places]
    if len(words) < 2:
        return "".join(words)
    last = pgettext("before the last of two", "and")
    if len(words) > 2:
        last = pgettext("before the last of several", "and")
        return f"{', '.join(words[:-1])}, {last} {words[-1]}"
    return f"{words[0]} {last} {words[1]}"


@register.filter
def after(items: Sequence[object], count: int) -> Sequence[object]:
    return items[count:]
