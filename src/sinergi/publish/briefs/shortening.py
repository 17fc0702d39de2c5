"""How a brief is kept to one sheet: a rule and nobody's choice.

Every list keeps its first lines, which matter most, and says how many it left out.
Where that is not enough, fewer lines stay, then long sentences are cut and the
letters get smaller; the last step fits whatever a brief may say.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from sinergi.paper.glyphs import printable
from sinergi.publish.briefs.parts import Brief, Line, Listing, Part

ELLIPSIS = "…"


@dataclass(frozen=True)
class Size:
    """What stays of a brief: lines of a list, letters of a text, points of a letter."""

    lines: int
    letters: int
    points: float
    # Letters of a sentence.
    sentence: int = 400
    # Whether minor lists stand here at all; a sentence says where they do not.
    minor: bool = True


WHOLE = Size(lines=10_000, letters=10_000, points=9.5, sentence=10_000)
STEPS: Sequence[Size] = (
    Size(lines=8, letters=140, points=9),
    Size(lines=6, letters=120, points=9),
    Size(lines=4, letters=100, points=8.5),
    Size(lines=3, letters=90, points=8.5),
    Size(lines=3, letters=70, points=8),
    Size(lines=2, letters=64, points=8, sentence=200),
    Size(lines=2, letters=60, points=8, sentence=160, minor=False),
    Size(lines=1, letters=20, points=7.5, sentence=60, minor=False),
)


def shortened(brief: Brief, size: Size) -> Brief:
    """The same brief in this size; lists say what they left out."""
    parts = tuple(_part(part, size) for part in brief.parts)
    return replace(brief, parts=parts)


def cut(text: str, letters: int) -> str:
    """One line of at most so many letters, ending between words where one ends near.

    A sign the typeface lacks is printed by its number, and that is what is counted.
    """
    text = str(printable(" ".join(text.split())))
    if len(text) <= letters:
        return text
    kept = text[: letters - len(ELLIPSIS)]
    head, space, _tail = kept.rpartition(" ")
    if space and len(head) >= letters // 2:
        kept = head
    return kept.rstrip(" ,;:·") + ELLIPSIS


def _part(part: Part, size: Size) -> Part:
    shown = [each for each in part.lists if size.minor or not each.is_minor]
    dropped = [each for each in part.lists if each not in shown]
    said = [cut(each, size.sentence) for each in part.said]
    if dropped:
        said.append(_dropped(dropped, size))
    return replace(
        part,
        said=tuple(said),
        lists=tuple(_listing(each, size) for each in shown),
    )


def _dropped(lists: Sequence[Listing], size: Size) -> str:
    told = ", ".join(
        f"{cut(each.title, size.letters)} ({len(each.lines)})" for each in lists
    )
    return _("Only on the page named below: %(lists)s.") % {"lists": told}


def _listing(each: Listing, size: Size) -> Listing:
    kept = (size.lines + 1) // 2 if each.is_minor else size.lines
    return replace(
        each,
        title=cut(each.title, size.letters),
        lines=tuple(_line(line, size.letters) for line in each.lines[:kept]),
        left_out=max(len(each.lines) - kept, 0),
    )


def _line(line: Line, letters: int) -> Line:
    """The mark is said in the second column and shares its room with the rest."""
    return replace(
        line,
        text=cut(line.text, letters),
        detail=cut(line.detail, letters),
        source=cut(line.source, letters * 2 // 3),
    )
