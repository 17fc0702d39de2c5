"""The progress matrix: adopted recommendations × governments, as plain data."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from sinergi.act.panels import mark_of
from sinergi.act.queries import Progress, progress
from sinergi.act.rules import Verdict
from sinergi.agree.models import Recommendation
from sinergi.core.marks import Mark
from sinergi.core.models import Bidang, Forum, Place


@dataclass(frozen=True)
class Cell:
    """How far one government is with one recommendation; None: not addressed."""

    government: Place
    progress: Progress | None
    mark: Mark | None

    @property
    def url(self) -> str:
        """The page of the follow-up plan, once it runs."""
        plan = self.progress.commitment if self.progress else None
        if plan is None:
            return ""
        return reverse("act:commitment", args=[plan.reference])


@dataclass(frozen=True)
class Row:
    recommendation: Recommendation
    cells: tuple[Cell, ...]

    @property
    def summary(self) -> str:
        """Reached of those addressed; who is not addressed does not count."""
        return _share(self.cells)


@dataclass(frozen=True)
class Group:
    bidang: Bidang
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Grid:
    governments: tuple[Place, ...]
    groups: tuple[Group, ...]
    simulated: bool

    @property
    def rows(self) -> list[Row]:
        return [row for group in self.groups for row in group.rows]

    @property
    def columns(self) -> list[str]:
        """Reached of those addressed, by government."""
        return [
            _share(cells) for cells in zip(*(r.cells for r in self.rows), strict=True)
        ]

    @property
    def counted(self) -> list[tuple[Mark, int]]:
        """How often each mark stands in the grid, the most frequent first."""
        marks = {
            cell.mark.label: cell.mark
            for r in self.rows
            for cell in r.cells
            if cell.mark
        }
        counts = Counter(
            cell.mark.label for r in self.rows for cell in r.cells if cell.mark
        )
        return [(marks[label], count) for label, count in counts.most_common()]


def grid(forum: Forum, now: datetime) -> Grid:
    """Every recommendation in a locked record, whatever the meeting."""
    adopted = list(
        Recommendation.objects.with_locked_record()
        .filter(meeting__forum=forum)
        .select_related("bidang", "programme", "meeting")
        .order_by("bidang__order", "reference")
    )
    governments = tuple(forum.governments())
    known = progress(adopted, now)
    rows = [_row(each, governments, known, now) for each in adopted]
    bidang = dict.fromkeys(row.recommendation.bidang for row in rows)
    return Grid(
        governments=governments,
        groups=tuple(
            Group(each, tuple(r for r in rows if r.recommendation.bidang == each))
            for each in bidang
        ),
        simulated=any(each.provenance == "simulated" for each in adopted),
    )


def _row(
    recommendation: Recommendation,
    governments: Sequence[Place],
    known: dict[tuple[int, int], Progress],
    now: datetime,
) -> Row:
    found = [known.get((recommendation.pk, place.pk)) for place in governments]
    return Row(
        recommendation,
        tuple(
            Cell(place, each, mark_of(each, now) if each else None)
            for place, each in zip(governments, found, strict=True)
        ),
    )


def _share(cells: Sequence[Cell]) -> str:
    addressed = [cell.progress for cell in cells if cell.progress]
    done = [p for p in addressed if p.verdict and p.verdict.verdict == Verdict.DONE]
    return f"{len(done)}/{len(addressed)}" if addressed else "–"
