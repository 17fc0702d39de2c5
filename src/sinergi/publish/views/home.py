"""The public home: meeting, matrix, index, who does what, documents."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from sinergi.agree.models import Guideline, Recommendation, RecordOfAgreement
from sinergi.agree.rules import RecordState
from sinergi.align.matrix import Matrix, matrix, years_of
from sinergi.align.rules import CellState
from sinergi.convene.models import Meeting
from sinergi.convene.rules import MeetingState
from sinergi.core.doors import the_forum
from sinergi.core.marks import Mark
from sinergi.core.models import Document, Forum
from sinergi.core.rules import Provenance
from sinergi.measure import published
from sinergi.measure.coverage import whose
from sinergi.measure.models import Figure, Release
from sinergi.measure.rules import INDEX, Group
from sinergi.publish.grid import Grid, grid

NEWEST_DOCUMENTS = 6


@dataclass(frozen=True)
class Held:
    """A meeting and what it agreed to, as far as anyone may know."""

    meeting: Meeting
    record: RecordOfAgreement | None
    guideline: Guideline | None
    guideline_mark: Mark | None
    is_in_force: bool
    agreed: int


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    forum = the_forum()
    now = timezone.now()
    held = latest(forum, now)
    shown, progress = strip(forum, held), grid(forum, now)
    measured = newest_measured(forum)
    context = {
        "counts": _counts(shown),
        "legend": _legend(shown),
        "held": held,
        "running": running(forum),
        "next": upcoming(forum, now),
        "binding": binding(forum, held, now),
        "reported": Meeting.objects.filter(
            forum=forum, provenance=Provenance.PUBLISHED
        ).first(),
        "matrix": shown,
        "published": published.newest(forum.coordinator),
        "measured": measured,
        "measured_whose": whose(measured) if measured else "",
        "progress": progress,
        "documents": Document.objects.filter(is_public=True)[:NEWEST_DOCUMENTS],
        "partly_simulated": _any_simulated(held, progress, shown),
    }
    return render(request, "publish/home.html", context)


def latest(forum: Forum, now: datetime) -> Held | None:
    """The newest meeting with a locked record; else the newest one being held."""
    public = Meeting.objects.public().filter(forum=forum)
    own = public.exclude(provenance=Provenance.PUBLISHED)
    meeting = own.filter(record__state=RecordState.LOCKED.value).first() or own.first()
    if meeting is None:
        return None
    record = RecordOfAgreement.objects.filter(
        meeting=meeting, state=RecordState.LOCKED.value
    ).first()
    guideline = Guideline.objects.determined().filter(record__meeting=meeting).first()
    agreed = Recommendation.objects.filter(meeting=meeting).adopted()
    today = meeting.today(now)
    return Held(
        meeting,
        record,
        guideline,
        guideline.mark(today) if guideline else None,
        guideline is not None and guideline.is_in_force(today),
        agreed.count() if record else 0,
    )


def running(forum: Forum) -> Meeting | None:
    in_session = Meeting.objects.filter(forum=forum, state=MeetingState.RUNNING.value)
    return in_session.order_by("starts_on").first()


def upcoming(forum: Forum, now: datetime) -> Meeting | None:
    """The first one that is still to be opened."""
    today = timezone.localdate(now)
    invited = Meeting.objects.filter(forum=forum, state=MeetingState.INVITED.value)
    return invited.filter(ends_on__gte=today).order_by("starts_on").first()


def binding(forum: Forum, held: Held | None, now: datetime) -> Guideline | None:
    """The guideline in force, where the newest meeting has none in force yet."""
    if held is None or held.is_in_force:
        return None
    standing = Guideline.objects.in_force(timezone.localdate(now))
    of_forum = standing.filter(record__meeting__forum=forum)
    return of_forum.order_by("-in_force_on").first()


def strip(forum: Forum, held: Held | None) -> Matrix | None:
    """The matrix of the year of the meeting, else of the latest year planned for."""
    years = years_of(forum)
    if not years:
        return None
    wanted = held.meeting.starts_on.year if held else years[0]
    return matrix(forum, wanted if wanted in years else years[0])


def newest_measured(forum: Forum) -> Figure | None:
    """The newest released index of the whole forum, with its error."""
    return (
        Figure.objects.filter(
            government=forum.coordinator,
            measure=INDEX,
            group=Group.ALL.value,
            release__in=Release.objects.standing(),
        )
        .select_related("government", "release__wave__survey__forum__coordinator")
        .order_by("-release__wave__ends_on", "-release__released_at")
        .first()
    )


def _counts(shown: Matrix | None) -> dict[str, int]:
    """How many cells of the matrix are planned alone, jointly, or empty."""
    cells = [cell.state for row in shown.rows for cell in row.cells] if shown else []
    empty = {CellState.EMPTY, CellState.NOT_FILLED}
    return {
        "planned": cells.count(CellState.PLANNED),
        "joint": cells.count(CellState.JOINT),
        "empty": sum(state in empty for state in cells),
    }


def _legend(shown: Matrix | None) -> list[Mark]:
    """The marks of the strip, each once, in the order of reading."""
    marks = [cell.mark for row in shown.rows for cell in row.cells] if shown else []
    return list(dict.fromkeys(marks))


def _any_simulated(held: Held | None, progress: Grid, shown: Matrix | None) -> bool:
    meeting = held is not None and held.meeting.provenance == Provenance.SIMULATED
    planned = shown is not None and any(
        cell.is_simulated for row in shown.rows for cell in row.cells
    )
    return meeting or progress.simulated or planned
