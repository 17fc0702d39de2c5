"""Working pages where a recommendation is written."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from sinergi.agree import access, acts
from sinergi.agree.citing import Shelf, picked
from sinergi.agree.forms.drafting import (
    DraftForm,
    HandlingForm,
    MetadataForm,
    VersionForm,
)
from sinergi.agree.models import Recommendation
from sinergi.agree.views.pages import (
    attempt_once,
    inside,
    inside_meeting,
    readable,
    seen,
    shows_current,
    version_of,
)
from sinergi.agree.views.public import since
from sinergi.convene.access import is_secretariat
from sinergi.core.doors import ActingRequest, allow, attempt


def draft(request: ActingRequest, slug: str) -> HttpResponse:
    meeting = seen(request, slug)
    allow(
        access.may_draft(request.acting, meeting),
        _("Drafts come from operators and heads of the forum, or a group chair."),
    )
    form = DraftForm(
        request.POST or None,
        meeting=meeting,
        initial={"due_year": meeting.starts_on.year},
    )
    if request.method == "POST" and form.is_valid():
        made = attempt_once(
            request,
            form,
            lambda: acts.draft(
                meeting=meeting,
                session=form.cleaned_data["session"],
                details=form.details(),
                text=form.cleaned_data["text"],
                by=request.acting,
                at=timezone.now(),
            ),
            lambda made: _("The draft is saved. Now cite what it rests on."),
        )
        if made:
            return redirect("agree_work:grounds", made.pk)
    context = inside_meeting(
        meeting,
        _("Draft a recommendation"),
        form=form,
        has_groups=form.groups.exists(),
    )
    return render(request, "agree/draft.html", context)


def metadata(request: ActingRequest, pk: int) -> HttpResponse:
    """What is expected of whom; while answers are open this asks everyone again."""
    found = _writable(request, pk)
    form = MetadataForm(request.POST or None, recommendation=found)
    if attempt_once(
        request,
        form,
        lambda: _expected_anew(request, found, form),
        lambda changed: _("Saved."),
    ):
        return redirect("agree_work:recommendation", pk)
    context = inside(
        found,
        _("What is expected"),
        form=form,
        asks_again=found.is_open_to_positions,
    )
    return render(request, "agree/metadata.html", context)


def text(request: ActingRequest, pk: int) -> HttpResponse:
    """The next version of the words."""
    found = _writable(request, pk)
    form = VersionForm(request.POST or None, recommendation=found)
    base = found.current
    if request.method == "POST" and form.is_valid():
        base = version_of(found, form.cleaned_data.pop("version"))
        if attempt_once(
            request,
            form,
            lambda: acts.write_version(
                base, **form.cleaned_data, by=request.acting, at=timezone.now()
            ),
            lambda written: (
                _("Version %(number)d is saved.") % {"number": written.number}
            ),
        ):
            return redirect("agree_work:recommendation", pk)
        shows_current(form, found.current)
    context = inside(
        found, _("Write the text"), form=form, base=base, changed=since(base)
    )
    return render(request, "agree/text.html", context)


def grounds(request: ActingRequest, pk: int) -> HttpResponse:
    """Search figures, published values and plans, and tick what it rests on."""
    found = _writable(request, pk)
    shelf = Shelf.of(found, request.GET.get("q", ""))
    if request.method == "POST":
        cite, uncite = picked(shelf, request.POST)
        at = timezone.now()
        if any(cite.values()):
            acts.cite(found, **cite, by=request.acting, at=at)
        if any(uncite.values()):
            acts.uncite(found, **uncite, by=request.acting, at=at)
        messages.success(request, _("What it rests on is saved."))
        return redirect("agree_work:recommendation", pk)
    context = inside(found, _("What it rests on"), shelf=shelf)
    return render(request, "agree/grounds.html", context)


def handling(request: ActingRequest, pk: int) -> HttpResponse:
    """What the secretariat proposes to do with it."""
    found = readable(request, pk)
    allow(
        is_secretariat(request.acting, found.meeting.forum),
        _("The handling is proposed by the secretariat of the forum."),
    )
    zone = ZoneInfo(found.meeting.zone)
    known = found.handling_visible_at
    form = HandlingForm(
        request.POST or None,
        initial={
            "handling": found.handling,
            "visible_on": known.astimezone(zone).date() if known else None,
        },
    )
    if request.method == "POST" and form.is_valid():
        day = form.cleaned_data["visible_on"]
        proposed = attempt(
            form,
            lambda: acts.propose_handling(
                found,
                handling=form.cleaned_data["handling"],
                visible_at=datetime.combine(day, time(), zone) if day else None,
                by=request.acting,
                at=timezone.now(),
            ),
        )
        if proposed:
            messages.success(request, _("The proposed handling is saved."))
            return redirect("agree_work:recommendation", pk)
    context = inside(found, _("Proposed handling"), form=form)
    return render(request, "agree/handling.html", context)


def _writable(request: ActingRequest, pk: int) -> Recommendation:
    found = readable(request, pk)
    allow(
        access.may_write(request.acting, found),
        _(
            "A draft is written by who proposes it; after submission by the chair of "
            "its group, the minute-taker and the secretariat; after the group agreed, "
            "by nobody."
        ),
    )
    return found


def _expected_anew(
    request: ActingRequest, found: Recommendation, form: MetadataForm
) -> Recommendation:
    return form.carry_out(
        lambda: acts.edit_metadata(
            found,
            details=form.details(),
            reason=form.cleaned_data.get("reason", ""),
            by=request.acting,
            at=timezone.now(),
            seen=form.cleaned_data["seen"],
        ),
        lambda: acts.seen_of(found),
    )
