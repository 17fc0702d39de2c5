"""Public pages: what was agreed, in which words, and on what it rests."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sinergi.agree import access, rules, tiles
from sinergi.agree.filters import Filters
from sinergi.agree.grounds import grounds_of
from sinergi.agree.models import Clause, Recommendation, Version
from sinergi.agree.views.compare import compared
from sinergi.agree.views.pages import is_simulated
from sinergi.core.doors import acting


@require_safe
def recommendations(request: HttpRequest) -> HttpResponse:
    """Everything adopted, filtered by what stands in the address."""
    filters = Filters.from_query(request.GET)
    found = filters.of(Recommendation.objects.adopted()).for_pages()
    found = found.order_by(
        "-meeting__starts_on", "bidang__order", "programme__order", "reference"
    )
    context = {
        "recommendations": found,
        "filters": filters,
        "choices": filters.choices(),
        "simulated": any(is_simulated(each.provenance) for each in found),
    }
    return render(request, "agree/recommendations.html", context)


@require_safe
def recommendation(request: HttpRequest, reference: str) -> HttpResponse:
    """One recommendation; before adoption only those who work on it read it."""
    known = Recommendation.objects.for_pages()
    found = get_object_or_404(known, reference=reference)
    if not found.is_adopted:
        if access.may_read(acting(request), found):
            return redirect("agree_work:recommendation", found.pk)
        raise Http404
    version = found.current
    shows_positions = access.may_read_positions(acting(request), found)
    context = {
        "recommendation": found,
        "version": version,
        "versions": found.versions.select_related("by__government"),
        "reads_papers": access.may_read_papers(acting(request), found),
        "grounds": grounds_of(found),
        "supersedes": found.supersedes.all(),
        "tiles": tiles.answers(version) if shows_positions else [],
        "summary": tiles.summary(version),
        "record": access.record_of(found.meeting),
        "clause": Clause.objects.filter(version=version)
        .select_related("chapter__guideline")
        .first(),
        "simulated": is_simulated(found.provenance),
    }
    return render(request, "agree/recommendation.html", context)


@require_safe
def version(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """The words at one time, and what they changed; this address never changes."""
    known = Version.objects.select_related(
        "recommendation__meeting__forum", "by__government"
    )
    found = get_object_or_404(known, recommendation__reference=reference, number=number)
    if not access.may_read_version(acting(request), found):
        raise Http404
    of = found.recommendation
    shows_positions = access.may_read_positions(acting(request), of)
    reads_papers = access.may_read_papers(acting(request), of)
    before = of.versions.filter(number=number - 1).first() if reads_papers else None
    context = {
        "recommendation": of,
        "version": found,
        "reads_papers": reads_papers,
        "before": before,
        "is_agreed": of.is_adopted and of.current == found,
        "compared": compared(
            request,
            before.kept,
            found.kept,
            old=_("Version %(number)d") % {"number": before.number},
            new=_("Version %(number)d") % {"number": number},
        )
        if before
        else None,
        "amendments": found.amendments.select_related("proposer"),
        "shows_positions": shows_positions,
        "tiles": tiles.answers(found) if shows_positions else [],
        "summary": tiles.summary(found),
        "simulated": is_simulated(of.provenance),
        "draft": not of.is_closed,
    }
    return render(request, "agree/version.html", context)


def changed(version: Version) -> list[list[rules.Span]]:
    """What the version changed of the one before."""
    earlier = version.recommendation.versions.filter(number=version.number - 1).first()
    return _between(earlier, version)


def since(base: Version) -> list[list[rules.Span]]:
    """What changed after `base`, up to the version that counts now."""
    current = base.recommendation.current
    return [] if current.pk == base.pk else _between(base, current)


def _between(earlier: Version | None, later: Version) -> list[list[rules.Span]]:
    """Paragraph by paragraph, in the order of reading."""
    rows = rules.rows(earlier.kept if earlier else [], later.kept)
    return [row.spans for row in rows]
