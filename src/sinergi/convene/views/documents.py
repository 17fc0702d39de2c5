"""Documents of an agenda item: the working page, and the file itself."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sinergi.convene import access, acts, guards, words
from sinergi.convene.forms.documents import DocumentForm, ReadersForm
from sinergi.convene.models import AgendaDocument, AgendaItem, Meeting
from sinergi.convene.rules import Part
from sinergi.convene.views.pages import page, seen
from sinergi.core import files
from sinergi.core.doors import ActingRequest, acting, allow, attempt
from sinergi.core.downloads import file_name


@require_safe
def document(request: HttpRequest, slug: str, pk: int) -> FileResponse:
    """The bytes, as an attachment: nothing of a handout is run by a browser."""
    found = get_object_or_404(
        AgendaDocument.objects.select_related("file", "item__session__meeting__forum"),
        item__session__meeting__slug=slug,
        pk=pk,
    )
    if not access.may_read_document(acting(request), found):
        raise Http404
    meeting = found.item.session.meeting
    return FileResponse(
        found.file.content.open("rb"),
        content_type=found.file.media_type,
        filename=file_name(found.name, meeting.provenance),
        as_attachment=True,
    )


def documents(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    """What is there for an item, and a form for one more."""
    meeting, item = _kept(request, slug, pk)
    form = DocumentForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        added = attempt(form, lambda: _add(request, item, form.cleaned_data))
        if added:
            messages.success(request, _("The document is with the agenda item."))
            return redirect("convene_work:documents", slug, pk)
    context = page(
        request,
        meeting,
        "programme",
        title=_("Documents"),
        item=item,
        session=item.session,
        form=form,
        documents=item.documents.standing(),
        kinds=words.READERS.items(),
        label=_("Add the document"),
        cancel_url=reverse("convene_work:programme", args=[slug]),
    )
    return render(request, "convene/documents.html", context)


@require_POST
def open_document(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    found = _of(request, slug, pk)
    form = ReadersForm(request.POST)
    if form.is_valid():
        readers = form.cleaned_data["readers"]
        acts.open_document(found, readers=readers, by=request.acting, at=timezone.now())
        messages.success(
            request,
            _("“%(title)s” is read by: %(readers)s.")
            % {"title": found.title, "readers": found.readers_label},
        )
    return redirect("convene_work:documents", slug, found.item_id)


@require_POST
def withdraw_document(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    found = _of(request, slug, pk)
    acts.withdraw_document(found, by=request.acting, at=timezone.now())
    messages.success(request, _("The document is withdrawn; nobody reads it now."))
    return redirect("convene_work:documents", slug, found.item_id)


def _add(
    request: ActingRequest, item: AgendaItem, values: dict[str, Any]
) -> AgendaDocument:
    upload = values["file"]
    return acts.add_document(
        item,
        title=values["title"],
        content=files.content_of(upload),
        name=upload.name,
        readers=values["readers"],
        by=request.acting,
        at=timezone.now(),
    )


def _kept(request: ActingRequest, slug: str, pk: int) -> tuple[Meeting, AgendaItem]:
    meeting = _keeping(request, slug)
    items = AgendaItem.objects.filter(session__meeting=meeting)
    item = get_object_or_404(items.select_related("session__meeting"), pk=pk)
    item.session.meeting = meeting
    return meeting, item


def _of(request: ActingRequest, slug: str, pk: int) -> AgendaDocument:
    meeting = _keeping(request, slug)
    found = AgendaDocument.objects.filter(item__session__meeting=meeting)
    return get_object_or_404(found.select_related("item__session__meeting"), pk=pk)


def _keeping(request: ActingRequest, slug: str) -> Meeting:
    meeting = seen(request, slug)
    by = request.acting
    allow(access.keeps_documents(by, meeting), guards.documents_only())
    guards.may_change(Part.PROGRAMME, meeting, by)
    return meeting
