"""Working pages of addenda: drafted, previewed, locked."""

from typing import Any

from django import forms
from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sinergi.agree import access, acts, printed, signing
from sinergi.agree import addenda as told
from sinergi.agree.forms.signing import AddendumForm
from sinergi.agree.models import Addendum
from sinergi.agree.views.pages import (
    attempt_once,
    attempt_over,
    inside_meeting,
    seen,
)
from sinergi.core.doors import ActingRequest, allow
from sinergi.core.downloads import file_name


def addenda(request: ActingRequest, slug: str) -> HttpResponse:
    """Those there are, and a form for a further one."""
    meeting = seen(request, slug)
    _refuse_others(request, meeting)
    record = access.record_of(meeting)
    if record is None or not record.is_locked:
        raise Http404
    today = meeting.today(timezone.now())
    form = AddendumForm(request.POST or None, initial={"agreed_on": today})
    drafted = attempt_once(
        request,
        form,
        lambda: acts.draft_addendum(
            record, **_said(form), by=request.acting, at=timezone.now()
        ),
        lambda made: _("The addendum is drafted."),
    )
    if drafted:
        return redirect("agree_work:addendum", drafted.pk)
    context = inside_meeting(
        meeting,
        _("Addenda"),
        record=record,
        addenda=[
            {"addendum": each, "mark": signing.standing_of(each).mark}
            for each in record.addenda.select_related("document", "record__meeting")
        ],
        form=form,
    )
    return render(request, "agree/addenda.html", context)


def addendum(request: ActingRequest, pk: int) -> HttpResponse:
    """Its words until it is locked; then the way to its signatures."""
    known = _kept(request, pk)
    if known.is_locked and known.document and request.method != "POST":
        return redirect("agree_work:signing", known.document.code)
    form = AddendumForm(
        request.POST or None,
        initial={
            "number": known.number,
            "agreed_on": known.agreed_on,
            "subject": known.subject,
            "text": known.text,
            "seen": acts.seen_of_addendum(known),
        },
    )
    if attempt_over(
        request,
        form,
        lambda: acts.change_addendum(
            known,
            **_said(form),
            seen=form.cleaned_data["seen"],
            by=request.acting,
            at=timezone.now(),
        ),
        lambda saved: _("The addendum is saved."),
        lambda: acts.seen_of_addendum(known),
    ):
        return redirect("agree_work:addendum", pk)
    context = inside_meeting(
        known.meeting,
        _("Addendum"),
        addendum=known,
        form=form,
        draft=True,
        own_url=reverse("agree_work:addenda", args=[known.meeting.slug]),
    )
    return render(request, "agree/addendum_work.html", context)


@require_safe
def preview(request: ActingRequest, pk: int) -> HttpResponse:
    """The addendum as it would be locked now, marked as a draft."""
    known = _kept(request, pk)
    drawn = printed.adendum(
        told.of_addendum(known), None, origin=settings.PUBLIC_ORIGIN
    )
    response = HttpResponse(drawn, content_type="application/pdf")
    name = file_name(
        f"draf-adendum-{known.meeting.slug}-{known.order}.pdf", known.provenance
    )
    response["Content-Disposition"] = f'inline; filename="{name}"'
    return response


def lock(request: ActingRequest, pk: int) -> HttpResponse:
    known = _kept(request, pk)
    form = forms.Form(request.POST if request.method == "POST" else None)
    locked = attempt_once(
        request,
        form,
        lambda: acts.lock_addendum(known, by=request.acting, at=timezone.now()),
        lambda done: _("The addendum is locked and waits for signatures."),
    )
    if locked and locked.document:
        return redirect("agree_work:signing", locked.document.code)
    context = inside_meeting(
        known.meeting,
        _("Lock the addendum"),
        form=form,
        consequence=_(
            "Its words are frozen and published with their hash, and the governments "
            "that were asked to sign the berita acara are asked to sign it too. This "
            "cannot be undone."
        ),
        label=_("Lock the addendum"),
        danger=True,
        own_url=reverse("agree_work:addendum", args=[pk]),
    )
    return render(request, "agree/step.html", context)


def _said(form: AddendumForm) -> dict[str, Any]:
    names = ("number", "agreed_on", "subject", "text")
    return {name: form.cleaned_data[name] for name in names}


def _kept(request: ActingRequest, pk: int) -> Addendum:
    known = Addendum.objects.select_related(
        "record__meeting__forum__coordinator",
        "record__meeting__host",
        "record__document",
        "document",
    )
    found = get_object_or_404(known, pk=pk)
    _refuse_others(request, seen(request, found.meeting.slug))
    return found


def _refuse_others(request: ActingRequest, meeting: Any) -> None:
    allow(
        access.keeps_record(request.acting, meeting),
        _("The berita acara is kept by the secretariat of the forum."),
    )
