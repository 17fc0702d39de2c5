"""The scanner: a page for the phone of the desk that goes on without a network."""

import json
from datetime import datetime

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from sinergi.convene import acts, cards, queries
from sinergi.convene.models import Attendance, Meeting
from sinergi.convene.views.arrivals import at_desk, doors_open
from sinergi.convene.views.pages import page
from sinergi.core.canonical import sha256
from sinergi.core.doors import ActingRequest
from sinergi.core.formats import jam
from sinergi.core.refusal import Refusal

# What the page is made of, kept by the device for when there is no network.
FILES = (
    "core/mark.svg",
    "core/tokens.css",
    "core/base.css",
    "core/parts.css",
    "core/print.css",
    "convene/convene.css",
    "convene/doors.css",
    "convene/scanner.js",
)
MOST_SCANS = 200


class Scan(BaseModel):
    """What a device kept: the card, or the code typed, and when."""

    model_config = ConfigDict(extra="forbid")

    id: str = Field(max_length=64)
    text: str = Field(max_length=80)
    scanned_at: AwareDatetime


class Batch(BaseModel):
    """Scans by the clock of the device, which says what time it has now."""

    model_config = ConfigDict(extra="forbid")

    sent_at: AwareDatetime
    scans: list[Scan] = Field(max_length=MOST_SCANS)


@require_safe
def scanner(request: ActingRequest, slug: str) -> HttpResponse:
    meeting = at_desk(request, slug)
    context = page(
        request,
        meeting,
        "scanner",
        title=_("Scanner"),
        is_open=doors_open(meeting),
        roster=_roster(meeting),
        words=_words(),
        present=len(queries.arrivals(meeting, meeting.today(timezone.now()))),
        expected=meeting.participants.count(),
    )
    answer = render(request, "convene/scanner.html", context)
    patch_cache_control(answer, private=True, no_cache=True)
    return answer


@require_safe
def worker(request: ActingRequest, slug: str) -> HttpResponse:
    """The service worker, whose scope is the scanner of this meeting and no more."""
    meeting = at_desk(request, slug)
    files = [static(name) for name in FILES]
    shell = [reverse("convene_work:scanner", args=[meeting.slug]), *files]
    context = {
        "cache": f"pindai-{meeting.slug}",
        "version": sha256("\n".join(shell))[:12],
        "shell": json.dumps(shell),
    }
    answer = render(
        request,
        "convene/scanner_worker.js",
        context,
        content_type="text/javascript; charset=utf-8",
    )
    patch_cache_control(answer, private=True, no_cache=True)
    return answer


@require_POST
def scans(request: ActingRequest, slug: str) -> JsonResponse:
    """Scans a device kept, each with what became of it; safe to send twice."""
    meeting = at_desk(request, slug)
    if request.content_type != "application/json":
        wrong = {"field": "Content-Type", "fault": "application/json is taken"}
        return JsonResponse({"faults": [wrong]}, status=415)
    try:
        batch = Batch.model_validate_json(request.body)
    except ValidationError as error:
        faults = [
            {"field": ".".join(map(str, each["loc"])), "fault": each["msg"]}
            for each in error.errors()
        ]
        return JsonResponse({"faults": faults}, status=400)
    now = timezone.now()
    # The earliest first, whatever order a device has kept them in.
    in_order = sorted(batch.scans, key=lambda each: each.scanned_at)
    results = [
        _taken(request, meeting, each, now - (batch.sent_at - each.scanned_at), now)
        for each in in_order
    ]
    return JsonResponse({"results": results})


def _taken(
    request: ActingRequest, meeting: Meeting, scan: Scan, came: datetime, now: datetime
) -> dict[str, str]:
    """`came` is when it was scanned by our clock: the device may have another."""
    try:
        taken = acts.take_scan(
            meeting, scan.text, scanned_at=came, by=request.acting, at=now
        )
    except Refusal as refusal:
        return {"id": scan.id, "outcome": "refused", "why": str(refusal)}
    attendance = taken.attendance
    return {
        "id": scan.id,
        "outcome": taken.outcome.value,
        "who": _who(attendance),
        "time": jam(timezone.localtime(attendance.checked_in_at)),
    }


def _who(attendance: Attendance) -> str:
    participant = attendance.participant
    return f"{participant.office}, {participant.government.short_name}"


def _roster(meeting: Meeting) -> dict[str, str]:
    """Offices by code, so that the device can say whose card it read; no names."""
    everybody = meeting.participants.select_related("government", "meeting")
    return {
        cards.code_of(each): f"{each.office}, {each.government.short_name}"
        for each in everybody
    }


def _words() -> dict[str, str]:
    """What the script says; it knows no language."""
    return {
        "online": _("connected"),
        "offline": _("no network"),
        "kept": _("kept on this device"),
        "sent": _("sent"),
        "refused": _("refused"),
        "already": _("already here since %(time)s"),
        "unsent": _("not sent yet: %(count)s"),
        "none_unsent": _("everything is sent"),
        "unknown": _("Not on the list of this device; it is checked when sent."),
        "other": _("This is no card of this meeting."),
        "again": _("Scanned a moment ago."),
        "insecure": _(
            "Camera and work without a network need HTTPS. On this address type the "
            "code of the card, or open its QR with the camera of your phone."
        ),
        "no_reader": _(
            "This browser reads no QR by itself. Type the code of the card, or open "
            "its QR with the camera of your phone."
        ),
        "no_camera": _(
            "The camera does not open. Allow it in the settings of the browser, or "
            "type the code."
        ),
        "offline_ready": _("works without a network"),
        "not_ready": _("needs a network"),
        "sign_in": _(
            "The server did not take the scans: you are signed out, or no longer at "
            "the desk. They stay on this device. Sign in again."
        ),
        "full": _(
            "This device cannot keep the scan: its storage is full or shut. Write the "
            "code down and check in at the desk."
        ),
    }
