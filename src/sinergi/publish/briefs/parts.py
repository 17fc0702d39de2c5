"""A brief as plain data: parts, their sentences and lists, each line with its origin.

Every word is in the language of the reader when a part is made.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sinergi.convene.models import Meeting
from sinergi.core.marks import Mark
from sinergi.core.models import Place
from sinergi.core.rules import Provenance


@dataclass(frozen=True)
class Line:
    """One thing a brief says: what, what can be said of it, and where it comes from."""

    text: str
    detail: str
    kind: Provenance
    # Beside the kind: year and source, release, or the record it stands in.
    source: str = ""
    mark: Mark | None = None
    url: str = ""

    @property
    def said(self) -> str:
        """The state in words, then the rest: what paper has instead of a mark."""
        return " · ".join(
            filter(None, [str(self.mark.label) if self.mark else "", self.detail])
        )

    @property
    def origin(self) -> str:
        return " · ".join(filter(None, [word_of(self.kind), self.source]))


@dataclass(frozen=True)
class Listing:
    """Lines of one kind, what matters most first."""

    title: str
    lines: tuple[Line, ...]
    # Keeps fewer lines than the others where a page is short.
    is_minor: bool = False
    # How many were left out to keep a page to its size.
    left_out: int = 0


@dataclass(frozen=True)
class Part:
    title: str
    said: tuple[str, ...]
    lists: tuple[Listing, ...]

    @property
    def kinds(self) -> set[Provenance]:
        return {line.kind for each in self.lists for line in each.lines}


@dataclass(frozen=True)
class Brief:
    """Of one government, or of one bidang, for one meeting."""

    meeting: Meeting
    # Whom or what it is about.
    subject: str
    # Governments fit on one sheet; a bidang takes what it needs.
    one_page: bool
    year: int
    drawn_at: datetime
    parts: tuple[Part, ...]

    @property
    def provenance(self) -> Provenance:
        """Simulated as soon as the meeting or one line of it is."""
        kinds = {Provenance(self.meeting.provenance)}.union(
            *(part.kinds for part in self.parts)
        )
        if Provenance.SIMULATED in kinds:
            return Provenance.SIMULATED
        return Provenance.ENTERED


def word_of(kind: Provenance) -> str:
    return {
        Provenance.PUBLISHED: _("Published"),
        Provenance.MEASURED: _("Measured"),
        Provenance.ENTERED: _("Entered"),
        Provenance.SIMULATED: _("SIMULATION"),
    }[kind]


def listing(
    title: str, lines: Iterable[Line], *, is_minor: bool = False
) -> tuple[Listing, ...]:
    """A list under its title; nothing where there is nothing to list."""
    found = tuple(lines)
    return (Listing(title, found, is_minor),) if found else ()


def names(places: Iterable[Place]) -> str:
    return ", ".join(place.short_name for place in places)


def language() -> str:
    return (get_language() or "id")[:2]
