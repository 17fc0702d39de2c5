"""Filters that write figures and days, and tags that draw the small marks."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from sinergi.core import formats
from sinergi.core.icons import ICONS
from sinergi.core.marks import Mark

register = template.Library()

# What a figure that is not there looks like; never 0.
MISSING = "–"


def _language() -> str:
    return (get_language() or "id")[:2]


def _local(moment: datetime) -> datetime:
    return timezone.localtime(moment) if timezone.is_aware(moment) else moment


def _number(value: Any) -> Decimal | None:
    if value is None or value == "":
        return None
    return Decimal(str(value))


@register.filter
def angka(value: Any, places: int | None = None) -> str:
    number = _number(value)
    if number is None:
        return MISSING
    return formats.angka(number, places, _language())


@register.filter
def persen(value: Any, places: int = 1) -> str:
    number = _number(value)
    if number is None:
        return MISSING
    return formats.persen(number, places, _language())


@register.filter
def rupiah(value: Any, form: str = "") -> str:
    """`{{ amount|rupiah }}` in full, `{{ amount|rupiah:"short" }}` shortened."""
    number = _number(value)
    if number is None:
        return MISSING
    return formats.rupiah(number, form == "short", _language())


@register.filter
def tanggal(value: date | None, form: str = "") -> str:
    """`{{ day|tanggal }}`, `{{ day|tanggal:"weekday" }}`."""
    if not value:
        return MISSING
    day = _local(value) if isinstance(value, datetime) else value
    return formats.tanggal(day, form == "weekday", _language())


@register.filter
def jam(value: datetime | None) -> str:
    return formats.jam(_local(value), _language()) if value else MISSING


@register.simple_tag
def periode(start: date, end: date | None = None) -> str:
    return formats.periode(start, end, _language())


@register.simple_tag
def triwulan(year: int, quarter: int) -> str:
    return formats.triwulan(year, quarter, _language())


@register.simple_tag
def selang(low: Any, high: Any, places: int = 2) -> str:
    bounds = (_number(low), _number(high))
    if bounds[0] is None or bounds[1] is None:
        return MISSING
    return formats.selang(bounds[0], bounds[1], places, _language())


@register.simple_tag
def icon(name: str) -> SafeString:
    """An icon of the house; always beside a word, hidden from screen readers."""
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="{}"/></svg>',
        ICONS[name],
    )


@register.filter
def drawn(value: Any) -> SafeString:
    """A picture that knows its markup (`__html__`), which Django would write out."""
    return mark_safe(conditional_escape(value))  # noqa: S308 - escaped unless safe


@register.inclusion_tag("components/state.html")
def state(
    mark: Mark | None = None,
    *,
    tone: str = "off",
    icon: str = "",
    letter: str | Promise = "",
    label: str | Promise = "",
    compact: bool = False,
) -> dict[str, Any]:
    """A state as icon, letter, word and colour; compact keeps the word for ears."""
    if mark:
        tone, icon, letter, label = mark.tone, mark.icon, mark.letter, mark.label
    return {
        "tone": tone,
        "icon_name": icon,
        "letter": letter,
        "label": label,
        "compact": compact,
    }


@register.inclusion_tag("components/provenance.html")
def provenance(
    kind: str, *, year: Any = "", source: str = "", url: str = ""
) -> dict[str, Any]:
    """Where a figure comes from: published, measured, entered or simulated."""
    return {"kind": kind, "year": year, "source": source, "url": url}


@register.simple_block_tag
def scroller(content: str, label: str | Promise) -> SafeString:
    """A wide table's own scroll container, reachable and named for the keyboard."""
    return format_html(
        '<div class="scroller" tabindex="0" role="region" aria-label="{}">{}</div>',
        label,
        mark_safe(content),  # noqa: S308 - rendered by the template just above
    )
