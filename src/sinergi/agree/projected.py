"""What agreeing shows on the wall of the hall: a text, its changes and the answers."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from sinergi.agree import access, rules, tiles
from sinergi.agree.models import Recommendation, Version
from sinergi.agree.rules import Span, State
from sinergi.convene.models import Meeting
from sinergi.convene.rules import MeetingState, open_to_operators
from sinergi.convene.wall import Projected
from sinergi.core.doors import acting
from sinergi.core.introductions import Panel

KIND = "recommendation"

# Beyond this the words are set smaller, so that they still fit beside the answers.
LONG = 420


def choices(request: HttpRequest, meeting: Meeting) -> str:
    """What the operator may put on the wall: everything before the meeting."""
    by = acting(request)
    if by is None or not open_to_operators(MeetingState(meeting.state)):
        return ""
    visible = Recommendation.objects.visible_to(by).filter(meeting=meeting)
    shown = visible.exclude(state__in=_NOT_SHOWN).select_related("bidang")
    context = {
        "meeting": meeting,
        "choices": [
            {"subject": f"{KIND}:{each.pk}", "recommendation": each} for each in shown
        ],
    }
    return render_to_string("agree/panels/projectable.html", context, request)


def title(request: HttpRequest, projected: Projected) -> str:
    found = _found(projected)
    return f"{found.name} {found.title}" if found else ""


def on_wall(request: HttpRequest, projected: Projected) -> str:
    """The text as it stands, what changed in it, and who has answered what."""
    found = _found(projected)
    if found is None:
        return ""
    version = found.current
    changed = changes_of(version) if projected.in_hall else []
    answers = projected.in_hall or access.may_read_positions(None, found)
    context = {
        "recommendation": found,
        "version": version,
        "changed": changed,
        "is_long": sum(map(len, version.texts)) > LONG,
        "tiles": tiles.answers(version) if answers else [],
        "summary": tiles.summary(version) if answers else "",
    }
    name = "wall_text" if projected.as_text else "wall"
    return render_to_string(f"agree/panels/{name}.html", context, request)


def changes_of(version: Version) -> list[list[Span]]:
    """Paragraph by paragraph against the version before; nothing for the first."""
    before = version.recommendation.versions.filter(number__lt=version.number)
    earlier = before.order_by("-number").first()
    if earlier is None:
        return []
    return [row.spans for row in rules.rows(earlier.kept, version.kept)]


_NOT_SHOWN = (State.DRAFT.value, State.WITHDRAWN.value)


def _found(projected: Projected) -> Recommendation | None:
    """Of this meeting and submitted; for the public, only what is adopted."""
    if projected.subject.kind != KIND:
        return None
    shown = Recommendation.objects.filter(meeting=projected.meeting)
    if not projected.in_hall:
        shown = shown.adopted()
    shown = shown.exclude(state__in=_NOT_SHOWN).for_pages()
    return shown.filter(pk=projected.subject.pk).first()


PROJECTED = (
    Panel("convene.projectable", choices, order=10),
    Panel("convene.projected.title", title, order=10),
    Panel("convene.projected", on_wall, order=10),
)
