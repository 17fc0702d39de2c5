"""What agreeing shows on the pages of the meeting and of the matrix."""

from collections import Counter

from django.http import HttpRequest
from django.template.loader import render_to_string

from sinergi.agree import access, rounds, signing, snapshots, words
from sinergi.agree.models import (
    Guideline,
    Recommendation,
    RecordOfAgreement,
    VoidedRecord,
)
from sinergi.agree.rules import RecordState, SignatureState, State
from sinergi.align.models import Programme
from sinergi.convene.models import Meeting
from sinergi.core.doors import acting
from sinergi.core.introductions import Panel
from sinergi.core.models import Document, Place


def on_meeting(request: HttpRequest, meeting: Meeting) -> str:
    """What was agreed, and the two papers; nothing on a meeting told from reports."""
    if meeting.is_published:
        return ""
    record = access.record_of(meeting)
    context = {
        "meeting": meeting,
        "recommendations": snapshots.in_order(
            Recommendation.objects.filter(meeting=meeting).adopted()
        ),
        "record": record if record and record.is_locked else None,
        "guideline": Guideline.objects.determined()
        .filter(record__meeting=meeting)
        .first(),
    }
    return render_to_string("agree/panels/meeting.html", context, request)


def on_meeting_work(request: HttpRequest, meeting: Meeting) -> str:
    """How many recommendations stand where, for those who may see them."""
    by = acting(request)
    if by is None or meeting.is_published:
        return ""
    visible = Recommendation.objects.visible_to(by).filter(meeting=meeting)
    counted = Counter(visible.values_list("state", flat=True))
    context = {
        "meeting": meeting,
        "counts": [
            {"mark": words.STATE[state], "count": counted[str(state)]}
            for state in State
            if counted[str(state)]
        ],
        "going_round": counted[State.IN_CIRCULATION.value] if meeting.is_over else 0,
    }
    return render_to_string("agree/panels/meeting_work.html", context, request)


def on_first_item(request: HttpRequest, meeting: Meeting) -> str:
    """The last record of agreement of the forum: where a meeting begins."""
    if meeting.is_published:
        return ""
    earlier = RecordOfAgreement.objects.filter(
        state=RecordState.LOCKED.value,
        meeting__forum=meeting.forum_id,
        meeting__starts_on__lt=meeting.starts_on,
        provenance=meeting.provenance,
    )
    record = earlier.select_related("meeting").order_by("-agreed_on").first()
    if record is None:
        return ""
    context = {"record": record, "last": record.meeting}
    return render_to_string("agree/panels/last_record.html", context, request)


def on_closing(request: HttpRequest, meeting: Meeting) -> str:
    """What is before the meeting and would be left undecided if it closed now."""
    left = Recommendation.objects.filter(meeting=meeting).still_open()
    if not left:
        return ""
    context = {
        "meeting": meeting,
        "recommendations": snapshots.in_order(
            left.exclude(state=State.IN_CIRCULATION.value)
        ),
        "circulating": snapshots.in_order(rounds.going_round(meeting)),
    }
    return render_to_string("agree/panels/closing.html", context, request)


def on_cell(request: HttpRequest, subject: tuple[Programme, Place, int]) -> str:
    """Adopted recommendations that ask something of this government for the programme,
    or rest on one of its plans of that year."""
    programme, government, year = subject
    adopted = Recommendation.objects.adopted()
    asked = adopted.filter(programme=programme, addressees=government)
    resting = adopted.filter(
        cited_plans__programme=programme,
        cited_plans__government=government,
        cited_plans__year=year,
    )
    found = snapshots.in_order((asked | resting).distinct())
    if not found:
        return ""
    context = {"recommendations": found}
    return render_to_string("agree/panels/cell.html", context, request)


def on_document(request: HttpRequest, document: Document) -> str:
    """Where the code of a paper is checked: who signed it, what corrects it."""
    voided = VoidedRecord.objects.filter(document=document).first()
    paper = signing.paper_of(document)
    if voided is None and paper is None:
        return ""
    addenda = paper.addenda if isinstance(paper, RecordOfAgreement) else None
    copies = document.copies.filter(state=SignatureState.STANDS.value)
    context = {
        "voided": voided,
        "paper": paper,
        "standing": signing.standing_of(paper) if paper else None,
        "addenda": addenda.filter(state=RecordState.LOCKED.value) if addenda else (),
        "copies": copies.values_list("file__sha256", flat=True),
    }
    return render_to_string("agree/panels/document.html", context, request)


PANELS = (
    Panel("core.document", on_document, order=10),
    Panel("convene.meeting", on_meeting, order=10),
    Panel("convene.meeting.work", on_meeting_work, order=10),
    Panel("convene.first_item", on_first_item, order=10),
    Panel("convene.closing", on_closing, order=10),
    Panel("align.cell", on_cell, order=10),
)
