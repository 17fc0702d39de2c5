"""Bringing signed copies: PDF, scan, the service of BSrE; and comparing a scan."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_safe

from sinergi.agree import access, acts
from sinergi.agree import signing as questions
from sinergi.agree.forms.signing import CompareForm, CopyForm, ServiceForm
from sinergi.agree.models import SignedCopy
from sinergi.agree.rules import Kind, SigningAction
from sinergi.agree.signing import Paper
from sinergi.agree.views.pages import attempt_once
from sinergi.agree.views.signing import found, let_in, within
from sinergi.core import bsre, files
from sinergi.core.doors import ActingRequest
from sinergi.core.downloads import file_name
from sinergi.core.limits import Limit
from sinergi.core.models import Document, Membership, Place, StoredFile
from sinergi.core.signing import Credentials

_ENDINGS = {files.PDF: "pdf", files.PNG: "png", files.JPEG: "jpg"}
Bring = Callable[..., SignedCopy]
# A wrong passphrase is asked of the service only so often: it locks a certificate.
_TRIES = Limit("bsre", times=5, within=timedelta(minutes=15))


def bring_signed(request: ActingRequest, code: str) -> HttpResponse:
    """A PDF signed elsewhere."""
    return _bring(
        request,
        code,
        acts.bring_signed_pdf,
        title=_("Upload a signed PDF"),
        template="agree/bring_signed.html",
        told=_("The signatures are in order and counted."),
    )


def bring_scan(request: ActingRequest, code: str) -> HttpResponse:
    """A scan of what was signed in ink."""
    return _bring(
        request,
        code,
        acts.bring_scan,
        title=_("Bring a scan"),
        template="agree/bring_scan.html",
        told=_("The scan is here and waits for a second person to compare it."),
    )


@sensitive_post_parameters("nik", "passphrase")
def by_service(request: ActingRequest, code: str) -> HttpResponse:
    """Signed by the service of BSrE, where the settings name one."""
    document, paper = found(request, code)
    service = bsre.service()
    if service is None:
        raise Http404
    let_in(request, document, paper, SigningAction.SIGN)
    form = ServiceForm(request.POST or None)

    def sign() -> SignedCopy:
        # Refused before anything is typed to the service, and asked outside the act:
        # nobody else waits for its answer.
        acts.refuse_unable(document, by=request.acting)
        who = str(request.acting.person.reference)
        _TRIES.refuse_spent(who)
        _TRIES.count(who)
        signed = service.sign(
            files.read(questions.last_copy(document)),
            Credentials(form.cleaned_data["nik"], form.cleaned_data["passphrase"]),
        )
        return acts.bring_signed_pdf(
            document,
            governments=[request.acting.government],
            content=signed,
            file_name="bsre.pdf",
            by=request.acting,
            at=timezone.now(),
            kind=Kind.BSRE,
        )

    if attempt_once(request, form, sign, lambda copy: _("Signed by the service.")):
        return redirect("agree_work:signing", code)
    return render(
        request,
        "agree/by_service.html",
        within(paper, _("Sign through BSrE"), form=form),
    )


def compare(request: ActingRequest, code: str, pk: int) -> HttpResponse:
    """A second person holds the scan against the locked paper."""
    document, paper = found(request, code)
    let_in(request, document, paper, SigningAction.COMPARE)
    copy = _readable(request, document, paper, pk)
    form = CompareForm(request.POST or None)
    if attempt_once(
        request,
        form,
        lambda: acts.compare_scan(
            copy,
            agrees=form.cleaned_data["verdict"] == "agrees",
            reason=form.cleaned_data["reason"],
            by=request.acting,
            at=timezone.now(),
        ),
        lambda compared: _("The comparison is recorded."),
    ):
        return redirect("agree_work:signing", code)
    context = within(paper, _("Compare a scan"), form=form, copy=copy)
    return render(request, "agree/compare_scan.html", context)


@require_safe
def copy(request: ActingRequest, code: str, pk: int) -> HttpResponse:
    """What was brought, for those who may read it: it shows names and handwriting."""
    document, paper = found(request, code)
    known = _readable(request, document, paper, pk)
    return _file(known.file, f"{document.kind}-{code}-{known.pk}", paper)


@require_safe
def last_copy(request: ActingRequest, code: str) -> HttpResponse:
    """The PDF to sign next, with the electronic signatures that are on it so far."""
    document, paper = found(request, code)
    if not access.may_take_last_copy(request.acting, document, paper.meeting):
        raise Http404
    file = questions.last_copy(document)
    return _file(file, f"{document.kind}-{code}", paper, inline=False)


def _bring(
    request: ActingRequest,
    code: str,
    bring: Bring,
    *,
    title: str,
    template: str,
    told: str,
) -> HttpResponse:
    document, paper = found(request, code)
    let_in(request, document, paper, SigningAction.BRING)
    by = request.acting
    keeps = access.keeps_record(by, paper.meeting)
    form = CopyForm(
        request.POST or None,
        request.FILES or None,
        offered=_offered(document, paper),
        own=None if keeps else by.government,
    )

    def brought() -> SignedCopy:
        upload = form.cleaned_data["file"]
        return bring(
            document,
            governments=form.cleaned_data.get("governments") or _own(keeps, by),
            content=files.content_of(upload),
            file_name=upload.name,
            by=by,
            at=timezone.now(),
        )

    if attempt_once(request, form, brought, lambda copy: told):
        return redirect("agree_work:signing", code)
    return render(request, template, within(paper, title, form=form))


def _offered(document: Document, paper: Paper) -> Any:
    """Governments that may still sign."""
    open_rows = [row for row in questions.rows_of(document) if row.is_open]
    keys = [row.signatory.government_id for row in open_rows]
    of_forum = Place.objects.filter(pk__in=keys, seats__forum=paper.meeting.forum_id)
    return of_forum.order_by("seats__order")


def _own(keeps: bool, by: Membership) -> Sequence[Place]:
    return () if keeps else (by.government,)


def _readable(
    request: ActingRequest, document: Document, paper: Paper, pk: int
) -> SignedCopy:
    known = SignedCopy.objects.select_related("file", "by__government", "document")
    found_copy = get_object_or_404(known, pk=pk, document=document)
    if not access.may_read_copy(request.acting, found_copy, paper.meeting):
        raise Http404
    return found_copy


def _file(
    file: StoredFile, stem: str, paper: Paper, *, inline: bool = True
) -> HttpResponse:
    response = HttpResponse(files.read(file), content_type=file.media_type)
    name = file_name(f"{stem}.{_ENDINGS[file.media_type]}", paper.provenance)
    way = "inline" if inline else "attachment"
    response["Content-Disposition"] = f'{way}; filename="{name}"'
    return response
