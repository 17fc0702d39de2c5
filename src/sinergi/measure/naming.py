"""What measures and groups are called, in the language of the reader."""

from collections.abc import Callable, Iterable
from decimal import Decimal

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sinergi.collect import words as collect_words
from sinergi.collect.rules import Sex
from sinergi.core import formats
from sinergi.core.models import Pillar
from sinergi.measure.rules import INDEX, Group, below


def measures() -> Callable[[str], str]:
    """A function from the code of a measure to its name; pillars are data."""
    english = (get_language() or "").startswith("en")
    names = {
        pillar.code: pillar.name_en if english else pillar.name
        for pillar in Pillar.objects.all()
    }
    names[INDEX] = _("Index")
    return lambda code: names.get(code, code)


def order(codes: Iterable[str]) -> list[str]:
    """Each once: the index first, then pillars in their order, then the others."""
    pillars = list(Pillar.objects.values_list("code", flat=True))
    known = [INDEX, *pillars]
    place = {code: at for at, code in enumerate(known)}
    return sorted(set(codes), key=lambda code: (place.get(code, len(known)), code))


def group_value(group: Group, value: str) -> str:
    if group is Group.SEX:
        return str(collect_words.SEX[Sex(value)])
    if group is Group.AGE and (youngest := below(value)) is not None:
        return _("under %(age)s years") % {"age": youngest}
    if group is Group.AGE:
        return _("%(ages)s years") % {"ages": value.replace("-", "–")}
    return ""


def number(value: Decimal) -> str:
    """A figure as typed, without trailing zeros, in the reader's notation."""
    return formats.angka(Decimal(plain(value)), None, (get_language() or "id")[:2])


def plain(value: Decimal) -> str:
    """A figure as the ledger keeps it: a point, and no trailing zeros."""
    return f"{value.normalize():f}"


def count(number: int) -> str:
    return formats.angka(number, 0, (get_language() or "id")[:2])


def signed(value: float) -> str:
    """A difference with its sign; one that rounds to nothing has none."""
    return _signed(value, 2)


def bound(value: float) -> str:
    """An end of an interval, with as many digits as its sign needs: the verdict rests
    on the sign."""
    return _signed(value, next((n for n in range(2, 8) if round(value, n)), 2))


def _signed(value: float, places: int) -> str:
    rounded = round(value, places)
    text = formats.angka(rounded, places, (get_language() or "id")[:2])
    return f"+{text}" if rounded > 0 else text
