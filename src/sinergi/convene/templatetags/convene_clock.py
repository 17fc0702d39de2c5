"""What belongs to an agenda item: its clock as a page writes it, its documents."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import template

from sinergi.convene.models import Timer
from sinergi.convene.rules import as_minutes

register = template.Library()


@register.filter
def of(by_key: Mapping[int, Any], key: int) -> Any:
    """What a mapping holds for this key, or nothing."""
    return by_key.get(key, ()) if by_key else ()


@register.filter
def left(timer: Timer, now: datetime) -> str:
    """Minutes and seconds left, `12:05`; with a minus once it is over."""
    return as_minutes(timer.clock.left(now))


@register.filter
def is_over(timer: Timer, now: datetime) -> bool:
    return timer.clock.left(now).total_seconds() < 0


@register.filter
def ends_ms(timer: Timer) -> str:
    """When it ends, as a browser counts; nothing while it stands still."""
    ends = timer.clock.ends_at
    return str(int(ends.timestamp() * 1000)) if ends else ""
