"""What an address asks of the matrix: year, bidang and pillar."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest

from sinergi.align.changes import Changes, changes
from sinergi.align.matrix import Matrix, matrix, years_of
from sinergi.core.doors import the_forum
from sinergi.core.models import Bidang, Forum, Pillar


@dataclass(frozen=True)
class Asked:
    """The filters of an address; what it cannot mean is left out."""

    forum: Forum
    year: int
    years: tuple[int, ...]
    bidang: Bidang | None = None
    pillar: Pillar | None = None

    def matrix(self) -> Matrix:
        return matrix(self.forum, self.year, bidang=self.bidang, pillar=self.pillar)

    def changes(self) -> Changes:
        return changes(self.forum, self.year, bidang=self.bidang, pillar=self.pillar)

    @property
    def is_filtered(self) -> bool:
        return bool(self.bidang or self.pillar)


def asked(request: HttpRequest, today: date) -> Asked:
    forum = the_forum()
    planned = years_of(forum)
    year = year_asked(request, default=_latest(planned, today.year))
    bidang = forum.bidang.filter(code=request.GET.get("bidang", "")).first()
    pillar = Pillar.objects.filter(code=request.GET.get("pilar", "")).first()
    return Asked(
        forum,
        year,
        tuple(sorted({*planned, today.year, today.year + 1, year})),
        bidang,
        pillar,
    )


def year_asked(request: HttpRequest, default: int) -> int:
    typed = request.GET.get("tahun", "")
    return int(typed) if typed.isdecimal() and len(typed) == 4 else default


def years_offered(forum: Forum, today: date, *more: int) -> list[int]:
    """Last year to next, and every year anybody planned for."""
    near = (today.year - 1, today.year, today.year + 1)
    return sorted({*near, *years_of(forum), *more})


def _latest(planned: Iterable[int], this_year: int) -> int:
    """This year when anything is planned for it, else the latest planned one."""
    years = list(planned)
    return this_year if this_year in years or not years else max(years)
