"""Expressions of an XLSForm: quotes, brackets and operators in place, and no circles.

The converter passes them on unread, and the phone of an enumerator stops at them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

# What holds an expression; what a phone computes a question from; text has neither.
COLUMNS = (
    "relevant",
    "constraint",
    "calculation",
    "choice_filter",
    "required",
    "read_only",
    "readonly",
    "repeat_count",
)
COMPUTED = ("relevant", "calculation")

REFERENCE = re.compile(r"\$\{\s*([^}#\s]+)\s*\}")
_NAME = r"[A-Za-z_][\w.-]*(?:::?(?:[A-Za-z_][\w.-]*|\*))?"
_TOKEN = re.compile(
    rf"""\s*(?:(?P<text>"[^"]*"|'[^']*')|(?P<reference>\$\{{[^}}]*\}})
    |(?P<number>\d+(?:\.\d*)?|\.\d+)|(?P<name>{_NAME})|(?P<step>\.\.?)
    |(?P<sign>//?|!=|<=|>=|[=<>+*|,()\[\]@-]))""",
    re.VERBOSE,
)
_WORDS = frozenset({"and", "or", "div", "mod"})
_OPERATORS = frozenset({"//", "/", "!=", "<=", ">=", "=", "<", ">", "+", "-", "*", "|"})
_CLOSES = {")": "(", "]": "["}


@dataclass(frozen=True)
class Fault:
    """What is wrong, and the text from there on."""

    code: str
    at: str


@dataclass
class _State:
    open: list[str] = field(default_factory=list)
    # Whether a value was just read, so that an operator may follow.
    has_value: bool = False
    last: str = ""
    last_kind: str = ""


def fault_of(expression: str) -> Fault | None:
    """The first thing that cannot be read, or None."""
    state, place = _State(), 0
    text = expression.rstrip()
    while place < len(text):
        found = _TOKEN.match(text, place)
        rest = text[place:].strip()
        if found is None:
            code = "expression_quote" if rest[0] in "'\"" else "expression_sign"
            return Fault(code, rest)
        if code := _next(state, found[0].strip(), found.lastgroup or ""):
            return Fault(code, rest)
        place = found.end()
    if state.open:
        return Fault("expression_brackets", expression)
    if not state.has_value and text and state.last != "/":
        return Fault("expression_order", state.last)
    return None


def _next(state: _State, piece: str, kind: str) -> str:
    """Take one piece; the code of what is wrong with it there, or nothing."""
    before, state.last = state.last, piece
    before_kind, state.last_kind = state.last_kind, kind
    if kind == "name" and piece in _WORDS and state.has_value:
        state.has_value = False
        return ""
    if piece == "*" and not state.has_value:
        kind = "name"
    if kind != "sign":
        wrong = state.has_value
        state.has_value = True
        return "expression_order" if wrong else ""
    if piece in "([":
        is_call = before_kind == "name" and before not in _WORDS
        if state.has_value and not (piece == "[" or is_call):
            return "expression_order"
        if piece == "[" and not state.has_value:
            return "expression_order"
        state.open.append(piece)
        state.has_value = False
        return ""
    if piece in _CLOSES:
        if not state.open or state.open.pop() != _CLOSES[piece]:
            return "expression_brackets"
        is_empty_call = before == "(" and piece == ")"
        wrong = not state.has_value and not is_empty_call
        state.has_value = True
        return "expression_order" if wrong else ""
    if piece in ("-", "/", "//", "@") and not state.has_value:
        return ""  # a sign, or the beginning of a path
    if not state.has_value or piece == "@" or (piece == "," and not state.open):
        return "expression_order"
    state.has_value = False
    return ""


def circles(needs: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, ...]]:
    """Names that need each other, each circle once, from the first of them."""
    told: set[str] = set()
    for start in needs:
        if start not in told and (way := _way_back(start, needs)):
            told.update(way)
            yield way


def _way_back(start: str, needs: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    """The shortest way from a name to itself."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while ways:
        further = []
        for way in ways:
            for name in sorted(needs.get(way[-1], ())):
                if name == start:
                    return way
                if name not in seen:
                    seen.add(name)
                    further.append((*way, name))
        ways = further
    return ()
