"""Working pages of the berita acara."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
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
    signing,
    snapshots,
    words,
)
from sinergi.agree.forms.papers import RecordForm
from sinergi.agree.models import Recommendation, RecordOfAgreement
from sinergi.agree.views.pages import as_pdf, attempt_once, inside_meeting, kept
from sinergi.convene.models import Meeting
from sinergi.core.doors import ActingRequest
from sinergi.core.downloads import file_name
from sinergi.letters import numbering


def record(request: ActingRequest, slug: str) -> HttpResponse:
    """What locking still lacks, number and day, a preview, and the lock."""
    meeting = kept(request, slug)
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
        standing=signing.standing_of(known) if known else None,
        voided=known.voided.select_related("document") if known else (),
    )
    # An old tab of what is locked by now is refused, with what was typed in it.
    status = 409 if known and known.is_locked and form.is_bound else 200
    return render(request, "agree/record_work.html", context, status=status)


@require_safe
def record_preview(request: ActingRequest, slug: str) -> HttpResponse:
    """The berita acara as it would be locked now, marked as a draft."""
    known = _drafted(kept(request, slug))
    content = snapshots.of_record(known)
    drawn = printed.berita_acara(content, None, origin=settings.PUBLIC_ORIGIN)
    return as_pdf(drawn, file_name(f"draf-berita-acara-{slug}.pdf", known.provenance))


def lock(request: ActingRequest, slug: str) -> HttpResponse:
    """Asked for once more, with what it means."""
    meeting = kept(request, slug)
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
            "with their hash, and every government is asked to sign. Once somebody "
            "has signed, this cannot be undone."
        ),
        label=_("Lock the berita acara"),
        danger=True,
        own_url=reverse("agree_work:record", args=[slug]),
    )
    return render(request, "agree/step.html", context)


def _drafted(meeting: Meeting) -> RecordOfAgreement:
    known = access.record_of(meeting)
    if known is None:
        raise Http404
    return known
