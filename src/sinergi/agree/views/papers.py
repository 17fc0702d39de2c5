"""Working pages of the berita acara and the pedoman."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sinergi.agree import (
    access,
    acts,
    letters,
    printed,
    queries,
    rules,
    sentences,
    snapshots,
    words,
)
from sinergi.agree.forms.papers import (
    CommentaryForm,
    GuidelineForm,
    InForceForm,
    RecordForm,
)
from sinergi.agree.models import Clause, Guideline, Recommendation, RecordOfAgreement
from sinergi.agree.views.documents import chapters
from sinergi.agree.views.pages import (
    Context,
    attempt_once,
    attempt_over,
    inside_meeting,
    seen,
)
from sinergi.convene.models import Meeting
from sinergi.core.doors import ActingRequest, allow
from sinergi.core.downloads import file_name
from sinergi.letters import numbering


def record(request: ActingRequest, slug: str) -> HttpResponse:
    """What locking still lacks, number and day, a preview, and the lock."""
    meeting = _kept(request, slug)
    known = access.record_of(meeting)
    # A meeting that is closed before its last day was agreed on no later than today.
    last_day = min(meeting.ends_on, meeting.today(timezone.now()))
    offered = max(meeting.starts_on, last_day)
    form = RecordForm(
        request.POST or None,
        initial={
            "number": known.number
            if known
            else numbering.proposed(
                meeting.forum.coordinator,
                letters.RECORD.key,
                meeting.provenance,
                meeting.today(timezone.now()),
            ),
            "agreed_on": known.agreed_on if known else offered,
        },
    )
    if attempt_once(
        request,
        form,
        lambda: acts.draft_record(
            meeting, **form.cleaned_data, by=request.acting, at=timezone.now()
        ),
        lambda saved: _("Number and day are saved."),
    ):
        return redirect("agree_work:record", slug)
    number = known.number if known else ""
    lacking = queries.lacks_of(meeting, number)
    context = inside_meeting(
        meeting,
        _("Berita acara"),
        record=known,
        form=form,
        checks=[
            {"is_so": lack not in lacking, "text": words.LACK[lack]}
            for lack in rules.Lack
        ],
        ready=known is not None and not lacking,
        still_open=Recommendation.objects.filter(meeting=meeting).still_open(),
        draft=known is None or not known.is_locked,
    )
    # An old tab of what is locked by now is refused, with what was typed in it.
    status = 409 if known and known.is_locked and form.is_bound else 200
    return render(request, "agree/record_work.html", context, status=status)


@require_safe
def record_preview(request: ActingRequest, slug: str) -> HttpResponse:
    """The berita acara as it would be locked now, marked as a draft."""
    known = _drafted(_kept(request, slug))
    content = snapshots.of_record(known)
    drawn = printed.berita_acara(content, None, origin=settings.PUBLIC_ORIGIN)
    return _pdf(drawn, file_name(f"draf-berita-acara-{slug}.pdf", known.provenance))


def lock(request: ActingRequest, slug: str) -> HttpResponse:
    """Asked for once more, with what it means."""
    meeting = _kept(request, slug)
    known = _drafted(meeting)
    if known.is_locked:
        messages.info(request, _("The berita acara is locked."))
        return redirect("agree_work:record", slug)
    if request.method == "POST":
        acts.lock_record(known, by=request.acting, at=timezone.now())
        messages.success(request, _("The berita acara is locked."))
        return redirect("agree_work:record", slug)
    context = inside_meeting(
        meeting,
        _("Lock the berita acara"),
        consequence=_(
            "Texts, positions and attendance are frozen as they are and published "
            "with their hash. This cannot be undone."
        ),
        label=_("Lock the berita acara"),
        danger=True,
        own_url=reverse("agree_work:record", args=[slug]),
    )
    return render(request, "agree/step.html", context)


def guideline(request: ActingRequest, slug: str) -> HttpResponse:
    """Compile the pedoman; then its foreword, commentary and force."""
    meeting = _kept(request, slug)
    locked = access.record_of(meeting)
    known = Guideline.objects.filter(record__meeting=meeting).first()
    form = GuidelineForm(request.POST or None, initial=_first_words(meeting, known))
    if locked and attempt_over(
        request,
        form,
        lambda: _save_guideline(locked, known, form.cleaned_data, request),
        lambda saved: _("Saved.") if known else _("The guideline is compiled."),
        lambda: acts.seen_of_words(known) if known else "",
    ):
        return redirect("agree_work:guideline", slug)
    context = inside_meeting(
        meeting,
        _("Pedoman"),
        record=locked,
        guideline=known,
        mark=known.mark(meeting.today(timezone.now())) if known else None,
        form=form,
        chapters=chapters(known) if known else [],
        draft=known is not None and not known.is_determined,
    )
    return render(request, "agree/guideline_work.html", context)


def commentary(request: ActingRequest, slug: str, order: int) -> HttpResponse:
    """Explain one clause; its words are shown and cannot be reached."""
    meeting = _kept(request, slug)
    clause = get_object_or_404(
        Clause.objects.select_related("guideline__record__meeting__forum"),
        guideline__record__meeting=meeting,
        order=order,
    )
    form = CommentaryForm(
        request.POST or None,
        initial={
            "commentary": clause.commentary,
            "seen": acts.seen_of_commentary(clause),
        },
    )
    if attempt_over(
        request,
        form,
        lambda: acts.edit_commentary(
            clause, **form.cleaned_data, by=request.acting, at=timezone.now()
        ),
        lambda saved: _("The commentary is saved."),
        lambda: acts.seen_of_commentary(clause),
    ):
        return redirect("agree_work:guideline", slug)
    context = inside_meeting(meeting, _("Commentary"), clause=clause, form=form)
    return render(request, "agree/commentary.html", context)


@require_safe
def guideline_preview(request: ActingRequest, slug: str) -> HttpResponse:
    known = get_object_or_404(Guideline, record__meeting=_kept(request, slug))
    content = snapshots.of_guideline(known)
    drawn = printed.pedoman(content, None, origin=settings.PUBLIC_ORIGIN)
    return _pdf(drawn, file_name(f"draf-pedoman-{slug}.pdf", known.provenance))


def in_force(request: ActingRequest, slug: str) -> HttpResponse:
    """Legal form, number and day; then the guideline is printed and locked."""
    meeting = _kept(request, slug)
    known = get_object_or_404(
        Guideline.objects.select_related("record__meeting__forum", "record__document"),
        record__meeting=meeting,
    )
    if known.is_determined and request.method != "POST":
        return redirect("agree_work:guideline", slug)
    form = InForceForm(request.POST or None)
    if attempt_once(
        request,
        form,
        lambda: acts.bring_in_force(
            known, **form.cleaned_data, by=request.acting, at=timezone.now()
        ),
        lambda done: sentences.in_force(form.cleaned_data["in_force_on"]),
    ):
        return redirect("agree_work:guideline", slug)
    context: Context = inside_meeting(
        meeting,
        _("Bring the guideline in force"),
        form=form,
        consequence=_(
            "The guideline is printed, locked and published, and binds from the day "
            "you enter. What it says cannot be changed any more."
        ),
        label=_("Bring in force"),
        danger=True,
        own_url=reverse("agree_work:guideline", args=[slug]),
    )
    return render(request, "agree/step.html", context)


def _kept(request: ActingRequest, slug: str) -> Meeting:
    meeting = seen(request, slug)
    allow(
        access.keeps_record(request.acting, meeting),
        _("Berita acara and guideline are kept by the secretariat of the forum."),
    )
    return meeting


def _drafted(meeting: Meeting) -> RecordOfAgreement:
    known = access.record_of(meeting)
    if known is None:
        raise Http404
    return known


def _first_words(meeting: Meeting, known: Guideline | None) -> dict[str, str]:
    if known:
        return {
            "title": known.title,
            "foreword": known.foreword,
            "seen": acts.seen_of_words(known),
        }
    return {"title": _("Guideline of %(meeting)s") % {"meeting": meeting.title}}


def _save_guideline(
    locked: RecordOfAgreement,
    known: Guideline | None,
    said: dict[str, Any],
    request: ActingRequest,
) -> Guideline:
    by, at = request.acting, timezone.now()
    if known:
        return acts.edit_guideline(known, **said, by=by, at=at)
    words = {name: said[name] for name in ("title", "foreword")}
    return acts.compile_guideline(locked, **words, by=by, at=at)


def _pdf(drawn: bytes, name: str) -> HttpResponse:
    response = HttpResponse(drawn, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return response
