"""Working pages of mandates: who answers on behalf of a head of office."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sinergi.agree import access, acts
from sinergi.agree.forms.mandates import EndMandateForm, MandateForm
from sinergi.agree.models import Mandate
from sinergi.agree.views.pages import inside_meeting, seen
from sinergi.convene.access import is_secretariat
from sinergi.convene.models import Meeting
from sinergi.core import files
from sinergi.core.doors import ActingRequest, allow, attempt
from sinergi.core.downloads import file_name
from sinergi.core.models import Membership
from sinergi.core.rules import Role

_ENDINGS = {files.PDF: "pdf", files.PNG: "png", files.JPEG: "jpg"}


def mandates(request: ActingRequest, slug: str) -> HttpResponse:
    """Running and ended ones one may see, and a form for who enters them."""
    meeting = seen(request, slug)
    by = request.acting
    holders = holders_for(by, meeting)
    is_post = request.method == "POST"
    form = MandateForm(
        request.POST if is_post else None,
        request.FILES if is_post else None,
        holders=holders,
    )
    if is_post:
        allow(may_enter(by, meeting), _not_yours())
        if form.is_valid() and _given(request, meeting, form):
            messages.success(request, _("The mandate is entered."))
            return redirect("agree_work:mandates", slug)
    known = Mandate.objects.filter(meeting=meeting).select_related(
        "government", "holder__person", "meeting__forum", "meeting__host"
    )
    context = inside_meeting(
        meeting,
        _("Mandates"),
        mandates=[
            {
                "mandate": each,
                "may_end": each.is_running
                and access.may_give_mandate(by, meeting, each.government),
            }
            for each in known
            if access.may_read_mandate(by, each)
        ],
        form=form if may_enter(by, meeting) else None,
    )
    return render(request, "agree/mandates.html", context)


@require_safe
def letter(request: ActingRequest, pk: int) -> HttpResponse:
    """The letter itself, for those who may read it."""
    found = _readable(request, pk)
    kind = found.file.media_type
    response = HttpResponse(files.read(found.file), content_type=kind)
    name = file_name(
        f"surat-mandat-{found.government.slug}-{found.pk}.{_ENDINGS[kind]}",
        found.by.provenance,
    )
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def end(request: ActingRequest, pk: int) -> HttpResponse:
    found = _readable(request, pk)
    allow(
        access.may_give_mandate(request.acting, found.meeting, found.government),
        _not_yours(),
    )
    slug = found.meeting.slug
    form = EndMandateForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        ended = attempt(
            form,
            lambda: acts.end_mandate(
                found,
                reason=form.cleaned_data["reason"],
                by=request.acting,
                at=timezone.now(),
            ),
        )
        if ended:
            messages.success(request, _("The mandate has ended."))
            return redirect("agree_work:mandates", slug)
    context = inside_meeting(
        found.meeting,
        _("End the mandate"),
        form=form,
        mandate=found,
        own_url=reverse("agree_work:mandates", args=[slug]),
    )
    return render(request, "agree/end_mandate.html", context)


def may_enter(by: Membership, meeting: Meeting) -> bool:
    return is_secretariat(by, meeting.forum) or access.HEADS(by)


def holders_for(by: Membership, meeting: Meeting) -> Any:
    """Operators: of every member for the secretariat, of the own one for a head."""
    seats = meeting.forum.seats.values("government")
    operators = Membership.objects.current(timezone.localdate()).filter(
        government__in=seats, role=Role.OPERATOR.value
    )
    if not is_secretariat(by, meeting.forum):
        operators = operators.filter(government=by.government_id)
    return operators.select_related("person", "government").order_by(
        "government__name", "person__name"
    )


def _given(request: ActingRequest, meeting: Meeting, form: MandateForm) -> Any:
    data = form.cleaned_data
    upload = data["letter"]
    return attempt(
        form,
        lambda: acts.give_mandate(
            meeting=meeting,
            holder=data["holder"],
            office=data["office"],
            number=data["number"],
            dated_on=data["dated_on"],
            content=files.content_of(upload),
            file_name=upload.name,
            by=request.acting,
            at=timezone.now(),
        ),
    )


def _readable(request: ActingRequest, pk: int) -> Mandate:
    known = Mandate.objects.select_related("meeting__forum", "government", "file")
    found = get_object_or_404(known, pk=pk)
    if not access.may_read_mandate(request.acting, found):
        raise Http404
    return found


def _not_yours() -> str:
    return _(
        "A mandate is entered by the head of office it comes from, or by the "
        "secretariat that saw the letter."
    )
