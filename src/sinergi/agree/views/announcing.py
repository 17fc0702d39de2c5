"""Announcing who signed, the sheet before that, and declaring a record void."""

from django import forms
from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sinergi.agree import access, acts, printed, sheets
from sinergi.agree.forms.signing import VoidForm
from sinergi.agree.rules import SigningAction
from sinergi.agree.views.pages import attempt_once, inside_meeting, seen
from sinergi.agree.views.signing import asked, found, let_in
from sinergi.core.doors import ActingRequest, allow
from sinergi.core.downloads import file_name


def announce(request: ActingRequest, code: str) -> HttpResponse:
    """Asked for once more: after this nobody signs, and everybody reads who did."""
    document, paper = found(request, code)
    let_in(request, document, paper, SigningAction.ANNOUNCE)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if attempt_once(
        request,
        form,
        lambda: acts.announce(document, by=request.acting, at=timezone.now()),
        lambda done: _("Announced, with the sheet of signatures."),
    ):
        return redirect("agree_work:signing", code)
    return asked(
        request,
        paper,
        form,
        title=_("Announce the signatures"),
        consequence=_(
            "The sheet of signatures is locked and published: who signed by what, and "
            "who refused with which reason. Nobody signs this paper after that."
        ),
    )


@require_safe
def sheet_preview(request: ActingRequest, code: str) -> HttpResponse:
    """The sheet of signatures as it stands now, marked as a draft."""
    _document, paper = found(request, code)
    content = sheets.of_signatures(paper, timezone.now())
    drawn = printed.lembar_pengesahan(content, None, origin=settings.PUBLIC_ORIGIN)
    response = HttpResponse(drawn, content_type="application/pdf")
    name = file_name(f"draf-lembar-pengesahan-{code}.pdf", paper.provenance)
    response["Content-Disposition"] = f'inline; filename="{name}"'
    return response


def void(request: ActingRequest, slug: str) -> HttpResponse:
    """A locked record nobody has signed counts no more."""
    meeting = seen(request, slug)
    allow(
        access.keeps_record(request.acting, meeting),
        _("The berita acara is kept by the secretariat of the forum."),
    )
    record = access.record_of(meeting)
    if record is None:
        raise Http404
    form = VoidForm(request.POST or None)
    if attempt_once(
        request,
        form,
        lambda: acts.void_record(
            record,
            reason=form.cleaned_data["reason"],
            by=request.acting,
            at=timezone.now(),
        ),
        lambda done: _("The berita acara is void. Draft it again."),
    ):
        return redirect("agree_work:record", slug)
    context = inside_meeting(
        meeting,
        _("Declare the berita acara void"),
        form=form,
        consequence=_(
            "The locked paper counts no more, and the page where its code is checked "
            "says so with your reason. The berita acara can then be drafted and locked "
            "again. This is possible only before somebody signs."
        ),
        label=_("Declare void"),
        danger=True,
        own_url=reverse("agree_work:record", args=[slug]),
    )
    return render(request, "agree/step.html", context)
