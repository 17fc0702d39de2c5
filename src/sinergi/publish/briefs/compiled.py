"""A brief put together: of a government, and of a bidang."""

from datetime import datetime

from sinergi.align.matrix import years_of
from sinergi.convene.models import Meeting
from sinergi.core.models import Bidang, Place
from sinergi.publish.briefs import figures, plans, promises, support, tabled
from sinergi.publish.briefs.parts import Brief


def of_government(meeting: Meeting, place: Place, *, year: int, at: datetime) -> Brief:
    """What a government has to know before the meeting, on one sheet."""
    forum = meeting.forum
    return Brief(
        meeting=meeting,
        subject=place.name,
        one_page=True,
        year=year,
        drawn_at=at,
        parts=(
            promises.of_government(meeting, place, at),
            tabled.of_government(meeting, place),
            support.of_government(forum, place),
            plans.of_government(forum, place, year),
            figures.of_government(forum, place, year),
        ),
    )


def of_bidang(meeting: Meeting, bidang: Bidang, *, year: int, at: datetime) -> Brief:
    """What the group of a bidang has to know before the meeting."""
    forum = meeting.forum
    return Brief(
        meeting=meeting,
        subject=bidang.name,
        one_page=False,
        year=year,
        drawn_at=at,
        parts=(
            promises.of_bidang(meeting, bidang, at),
            tabled.of_bidang(meeting, bidang),
            support.of_bidang(forum, bidang),
            plans.of_bidang(forum, bidang, year),
            figures.of_all(forum, year),
        ),
    )


def years_for(meeting: Meeting) -> list[int]:
    """Years a brief may look at, that of the meeting first where it is planned for."""
    planned = years_of(meeting.forum)
    own = meeting.starts_on.year
    return [own, *(year for year in planned if year != own)]
