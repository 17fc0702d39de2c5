"""What is due from a membership while papers are signed."""

from collections.abc import Iterator

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sinergi.agree import access, signing
from sinergi.agree.models import (
    Addendum,
    Mandate,
    RecordOfAgreement,
    Signatory,
    SignedCopy,
)
from sinergi.agree.rules import HELD, RecordState, SignatureState, Stage
from sinergi.agree.signing import Paper
from sinergi.core.introductions import Task, Text
from sinergi.core.models import Document, Membership


def signing_due(by: Membership) -> Iterator[Task]:
    """Sign, compare what somebody else brought, announce what is complete."""
    yield from _to_sign(by)
    yield from _to_compare(by)
    yield from _to_announce(by)


def _to_sign(by: Membership) -> Iterator[Task]:
    """Papers that ask the government and have neither signature nor refusal of it."""
    mandates = Mandate.objects.filter(holder=by, ended_at=None)
    if not (access.HEADS(by) or mandates.exists()):
        return
    asked = Signatory.objects.filter(
        government=by.government_id, document__voided_at=None
    )
    answered = asked.filter(
        Q(signatures__state__in=sorted(HELD))
        | Q(refusals__isnull=False, refusals__taken_back_at=None)
    )
    documents = Document.objects.filter(
        signatories__in=asked.exclude(pk__in=answered.values("pk"))
    )
    for document in documents.order_by("issued_at"):
        paper = signing.paper_of(document)
        if paper is None or paper.announced_at is not None:
            continue
        if access.answers_in(by, paper.meeting):
            yield _task(_sign_title(paper), paper, document, _("Read and sign"))


def _to_compare(by: Membership) -> Iterator[Task]:
    """Scans that wait for somebody other than who brought them."""
    waiting = SignedCopy.objects.filter(
        state=SignatureState.PENDING.value, document__voided_at=None
    ).exclude(by__person=by.person_id)
    for copy in waiting.select_related("document"):
        paper = signing.paper_of(copy.document)
        if paper is None or not access.keeps_papers(by, paper.meeting):
            continue
        yield Task(
            title=_("Compare a scan with the locked document"),
            subject=paper.meeting.title,
            url=reverse("agree_work:compare_scan", args=[copy.document.code, copy.pk]),
            button=_("Compare"),
        )


def _to_announce(by: Membership) -> Iterator[Task]:
    if not access.SECRETARIAT(by):
        return
    mine = {"state": RecordState.LOCKED.value, "announced_at": None}
    records = RecordOfAgreement.objects.filter(
        meeting__forum__coordinator=by.government_id, **mine
    )
    addenda = Addendum.objects.filter(
        record__meeting__forum__coordinator=by.government_id, **mine
    )
    papers: tuple[Paper, ...] = (
        *records.select_related("meeting__forum", "document"),
        *addenda.select_related("record__meeting__forum", "document"),
    )
    for paper in papers:
        stage = signing.standing_of(paper).stage
        if paper.document is not None and stage is Stage.COMPLETE:
            title = _("Announce the signatures")
            yield _task(title, paper, paper.document, _("Open"))


def _sign_title(paper: Paper) -> Text:
    if isinstance(paper, Addendum):
        return _("Sign the addendum")
    return _("Sign the berita acara")


def _task(title: Text, paper: Paper, document: Document, button: Text) -> Task:
    return Task(
        title=title,
        subject=paper.meeting.title,
        url=reverse("agree_work:signing", args=[document.code]),
        button=button,
    )
