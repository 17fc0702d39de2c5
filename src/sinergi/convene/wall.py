"""What the wall of a meeting shows, and to whom it shows texts that are not public."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.signing import BadSignature, Signer
from django.http import HttpRequest

from sinergi.convene import access, outline
from sinergi.convene.models import (
    AgendaItem,
    Meeting,
    Projection,
    ProjectorKey,
    Session,
    Timer,
    running_timers,
)
from sinergi.convene.outline import Laid
from sinergi.convene.rules import Subject
from sinergi.core import slots
from sinergi.core.doors import acting

AGENDA, SESSION = "agenda", "session"
# What the browser of a laptop in the hall keeps, under the address of the wall only.
COOKIE = "layar"

_signer = Signer(salt="sinergi.convene.projector")


@dataclass(frozen=True)
class Projected:
    """What a later stage is asked to show on the wall.

    Without `in_hall` whoever looks is the public, and reads what the public may read.
    """

    meeting: Meeting
    subject: Subject
    in_hall: bool
    as_text: bool = False


@dataclass(frozen=True)
class Wall:
    """Everything one part of the page draws."""

    meeting: Meeting
    shown: Projection | None
    item: AgendaItem | None
    session: Session | None
    laid: Laid | None
    later: str
    coming: str
    timer: Timer | None


def wall_of(
    request: HttpRequest, meeting: Meeting, *, in_hall: bool, as_text: bool
) -> Wall:
    shown, coming = meeting.projections.now(), meeting.projections.next()
    subject = shown.what if shown else None
    item = _item(meeting, subject)
    session = item.session if item else _session(meeting, subject)
    is_own = subject is None or subject.kind in (AGENDA, SESSION)
    projected = subject and Projected(meeting, subject, in_hall, as_text)
    return Wall(
        meeting=meeting,
        shown=shown,
        item=item,
        session=session,
        laid=outline.lay(session) if session and not item else None,
        later="" if is_own else slots.show("convene.projected", request, projected),
        coming=_title(request, meeting, coming, in_hall=in_hall),
        timer=_timer(meeting, item),
    )


def title_of(
    request: HttpRequest, meeting: Meeting, subject: Subject, *, in_hall: bool = True
) -> str:
    """What a thing is called on the wall; nothing, if it cannot be shown there."""
    own = _item(meeting, subject) or _session(meeting, subject)
    if own:
        return own.title
    projected = Projected(meeting, subject, in_hall)
    return slots.show("convene.projected.title", request, projected).strip()


def in_hall(request: HttpRequest, meeting: Meeting, at: datetime) -> bool:
    """Members of the forum and its committee, and laptops with a projector link."""
    by = acting(request)
    if by is not None and access.sees(by, meeting):
        return True
    return key_of(meeting, request.COOKIES.get(COOKIE, ""), at) is not None


def signed(key: ProjectorKey) -> str:
    """What stands in the link: nothing of it is kept, so nothing of it can leak."""
    return _signer.sign(f"{key.pk}-{key.made_at.timestamp():.0f}")


def key_of(meeting: Meeting, text: str, at: datetime) -> ProjectorKey | None:
    """The key a link carries, while it holds."""
    try:
        pk = _signer.unsign(text).split("-")[0]
    except BadSignature:
        return None
    key = meeting.projector_keys.valid(at).filter(pk=pk).first()
    return key if key and signed(key) == text else None


def timers(items: Sequence[AgendaItem]) -> dict[int, Timer]:
    found = Timer.objects.filter(item__in=items).select_related("item")
    return {timer.pk: timer for timer in found}


def _item(meeting: Meeting, subject: Subject | None) -> AgendaItem | None:
    if subject is None or subject.kind != AGENDA:
        return None
    items = AgendaItem.objects.filter(session__meeting=meeting, pk=subject.pk)
    return items.select_related("session__bidang").first()


def _session(meeting: Meeting, subject: Subject | None) -> Session | None:
    if subject is None or subject.kind != SESSION:
        return None
    sessions = meeting.sessions.select_related("bidang", "meeting__host")
    return sessions.filter(pk=subject.pk).first()


def _title(
    request: HttpRequest, meeting: Meeting, chosen: Projection | None, *, in_hall: bool
) -> str:
    subject = chosen.what if chosen else None
    if subject is None:
        return ""
    return title_of(request, meeting, subject, in_hall=in_hall)


def _timer(meeting: Meeting, item: AgendaItem | None) -> Timer | None:
    """The clock of what is shown, else the one that runs in the hall."""
    own = Timer.objects.filter(item=item).first() if item else None
    return own or running_timers(meeting).first()
