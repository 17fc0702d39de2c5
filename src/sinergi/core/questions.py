"""What a program may ask the open data: a name or a value that is none is an error.

Messages are English: programs show them to those who write programs.
"""

from collections.abc import Iterable
from difflib import get_close_matches

from ninja.errors import ValidationError

# As many as one reads; a longer list is asked for by its own address.
SHOWN = 20


def must_be_known(**asked: tuple[str | None, Iterable[str]]) -> None:
    """Refuse values that nothing has, each with the nearest that something has.

    Raises:
        ValidationError: Answered as 422, as every other fault of a question.
    """
    faults = [
        fault(name, value, known)
        for name, (value, known) in asked.items()
        if value is not None and value not in set(known)
    ]
    if faults:
        raise ValidationError(faults)


def fault(name: str, value: str, known: Iterable[str]) -> dict[str, object]:
    """In the shape of the faults pydantic finds."""
    return {
        "type": "unknown",
        "loc": ["query", name],
        "msg": f"{value!r} is not known. {_way_out(value, sorted(set(known)))}",
    }


def _way_out(value: str, known: list[str]) -> str:
    if near := get_close_matches(value, known, n=1):
        return f"Is it {near[0]!r}?"
    if not known:
        return "There is none yet."
    shown = ", ".join(known[:SHOWN])
    return f"Known are: {shown}{', …' if len(known) > SHOWN else '.'}"
