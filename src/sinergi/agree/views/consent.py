"""Working pages of the consent list."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from sinergi.agree import access, acts, queries, sentences
from sinergi.agree.forms.consent import ListForm, PullOutForm
from sinergi.agree.models import ConsentItem, ConsentList, Recommendation
from sinergi.agree.models.recommendations import RecommendationQuerySet
from sinergi.agree.rules import FOR_CONSENT, ConsentState
from sinergi.agree.views.pages import inside_meeting, seen
from sinergi.convene.access import chairs
from sinergi.convene.models import Meeting
from sinergi.core.doors import ActingRequest, allow, attempt

NOT_CHAIR = gettext_lazy("The consent list is kept by the chair of the meeting.")


def consent(request: ActingRequest, slug: str) -> HttpResponse:
    """The open list, what was adopted by lists, and a new one for the chair."""
    meeting = seen(request, slug)
    by = request.acting
    leads = chairs(by, meeting)
    lists = ConsentList.objects.filter(meeting=meeting).order_by("-pk")
    current = lists.filter(state=ConsentState.OPEN.value).first()
    form = ListForm(request.POST or None, fit=fit_of(meeting))
    if request.method == "POST":
        allow(leads, NOT_CHAIR)
        if form.is_valid():
            made = attempt(
                form,
                lambda: acts.put_on_list(
                    meeting,
                    recommendations=list(form.cleaned_data["recommendations"]),
                    by=by,
                    at=timezone.now(),
                ),
            )
            if made:
                messages.success(
                    request, _("The consent list is open; every government reads it.")
                )
                return redirect("agree_work:consent", slug)
    ready = {item.pk for item in queries.adoptable(current)} if current else set()
    context = inside_meeting(
        meeting,
        _("Consent list"),
        current=current,
        items=[
            {"item": item, "is_ready": item.pk in ready, "why": _why(item)}
            for item in _items(current)
        ]
        if current
        else [],
        past=[
            {"list": each, "items": _items(each)}
            for each in lists.exclude(state=ConsentState.OPEN.value)
        ],
        form=form,
        has_fit=fit_of(meeting).exists(),
        leads=leads and meeting.is_running,
        may_pull=meeting.is_running and access.answers_in(by, meeting),
        any_ready=bool(ready),
    )
    return render(request, "agree/consent.html", context)


def pull_out(request: ActingRequest, slug: str, pk: int) -> HttpResponse:
    """A government takes one out, so that it is decided by itself."""
    meeting = seen(request, slug)
    item = get_object_or_404(
        ConsentItem.objects.select_related("consent_list__meeting", "recommendation"),
        pk=pk,
        consent_list__meeting=meeting,
    )
    allow(
        access.answers_in(request.acting, meeting),
        _(
            "The head of a member government pulls a recommendation out, or the holder "
            "of its mandate."
        ),
    )
    form = PullOutForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        pulled = attempt(
            form,
            lambda: acts.pull_out(
                item,
                note=form.cleaned_data["note"],
                by=request.acting,
                at=timezone.now(),
            ),
        )
        if pulled:
            told = _("%(reference)s is pulled out and decided by itself.")
            messages.success(
                request, told % {"reference": item.recommendation.reference}
            )
            return redirect("agree_work:consent", slug)
    context = inside_meeting(
        meeting,
        _("Pull out of the list"),
        form=form,
        item=item,
        version=item.recommendation.current,
        own_url=reverse("agree_work:consent", args=[slug]),
    )
    return render(request, "agree/pull_out.html", context)


def adopt(request: ActingRequest, slug: str) -> HttpResponse:
    """Read once more what is adopted and what is not, then adopt it."""
    meeting = seen(request, slug)
    allow(chairs(request.acting, meeting), NOT_CHAIR)
    current = ConsentList.objects.filter(
        meeting=meeting, state=ConsentState.OPEN.value
    ).first()
    if current is None:
        return redirect("agree_work:consent", slug)
    if request.method == "POST":
        adopted = acts.adopt_list(current, by=request.acting, at=timezone.now())
        told = ngettext(
            "%(count)d recommendation is adopted.",
            "%(count)d recommendations are adopted.",
            len(adopted),
        )
        messages.success(request, told % {"count": len(adopted)})
        return redirect("agree_work:consent", slug)
    ready = {item.pk for item in queries.adoptable(current)}
    items = _items(current)
    context = inside_meeting(
        meeting,
        _("Adopt the consent list"),
        ready=[item for item in items if item.pk in ready],
        rest=[
            {"item": item, "why": _why(item)} for item in items if item.pk not in ready
        ],
        own_url=reverse("agree_work:consent", args=[slug]),
    )
    return render(request, "agree/adopt_list.html", context)


def dissolve(request: ActingRequest, slug: str) -> HttpResponse:
    meeting = seen(request, slug)
    allow(chairs(request.acting, meeting), NOT_CHAIR)
    current = ConsentList.objects.filter(
        meeting=meeting, state=ConsentState.OPEN.value
    ).first()
    if current is None:
        return redirect("agree_work:consent", slug)
    if request.method == "POST":
        acts.dissolve_list(current, by=request.acting, at=timezone.now())
        messages.success(request, _("The list is dissolved."))
        return redirect("agree_work:consent", slug)
    context = inside_meeting(
        meeting,
        _("Dissolve the list"),
        own_url=reverse("agree_work:consent", args=[slug]),
    )
    return render(request, "agree/dissolve.html", context)


def fit_of(meeting: Meeting) -> RecommendationQuerySet:
    """What may stand on a list now."""
    forwarded = Recommendation.objects.filter(
        meeting=meeting, state__in=sorted(FOR_CONSENT)
    ).for_pages()
    fit = [each.pk for each in forwarded if queries.standing_of(each.current).is_clear]
    return Recommendation.objects.filter(pk__in=fit)


def _items(consent_list: ConsentList) -> list[ConsentItem]:
    items = consent_list.items.select_related(
        "recommendation__meeting__forum", "recommendation__bidang", "pulled_by"
    )
    return list(items)


def _why(item: ConsentItem) -> str:
    """Why it is not adopted with the list."""
    if item.pulled_by:
        return _("Pulled out by %(government)s: “%(note)s”") % {
            "government": item.pulled_by.name,
            "note": item.note,
        }
    recommendation = item.recommendation
    if recommendation.is_closed or not recommendation.is_open_to_positions:
        return recommendation.state_label
    standing = queries.standing_of(recommendation.current)
    names = queries.names_of(recommendation.meeting)
    return " ".join(sentences.held_up(standing, names))
