"""One file of responses: matched, checked, reported, confirmed."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_POST, require_safe

from sinergi.collect import acts, mapping, reading, words
from sinergi.collect.forms import MappingForm
from sinergi.collect.mapping import ITEMS, ColumnMapping
from sinergi.collect.models import Import, MappingProfile
from sinergi.collect.rules import Method, Why
from sinergi.collect.views.waves import trail
from sinergi.core import downloads
from sinergi.core.doors import ActingRequest, attempt
from sinergi.core.models import Membership

PER_PAGE = 50
PROBLEM_COLUMNS = (
    "baris",
    "kolom",
    "nilai",
    "sebab",
    "akibat",
    downloads.ORIGIN_COLUMN,
)


def import_of(by: Membership, pk: int) -> Import:
    imports = Import.objects.select_related(
        "wave__survey__forum__coordinator", "wave__form_version", "file"
    )
    return get_object_or_404(
        imports, pk=pk, wave__survey__forum__coordinator=by.government_id
    )


def mapping_page(request: ActingRequest, pk: int) -> HttpResponse:
    """Guesses by name, or by a saved profile; the person decides."""
    brought = import_of(request.acting, pk)
    wave = brought.wave
    profiles = wave.survey.profiles.all()
    profile = _profile(request, brought)
    form = MappingForm(
        request.POST or None,
        columns=reading.columns_of(brought.file),
        items=[(item.name, item.label) for item in wave.form_version.scored()],
        method=Method(wave.method),
        guess=guessed(brought, profile),
    )
    if request.method == "POST" and form.is_valid():
        done = attempt(
            form,
            lambda: acts.check(
                brought, mapping=form.mapping(), by=request.acting, at=timezone.now()
            ),
        )
        if done:
            if name := form.cleaned_data["profile"]:
                acts.save_profile(
                    wave.survey,
                    name=name,
                    mapping=form.mapping(),
                    by=request.acting,
                    at=timezone.now(),
                )
            return redirect("collect:report", brought.pk)
    context = {
        "form": form,
        "brought": brought,
        "profiles": profiles,
        "profile": profile,
        "crumbs": trail(wave, (_("Match columns"), "")),
        "simulated": wave.is_simulated,
    }
    return render(request, "collect/mapping.html", context)


def _profile(request: ActingRequest, brought: Import) -> MappingProfile | None:
    asked = request.GET.get("profil", "")
    if not asked.isdecimal():
        return None
    return brought.wave.survey.profiles.filter(pk=asked).first()


def guessed(brought: Import, profile: MappingProfile | None) -> ColumnMapping:
    """The last mapping of this file, a profile, or guesses by name and by answers."""
    saved = profile.mapping if profile else brought.mapping
    known = mapping.parse(saved) if saved else None
    form = brought.wave.form_version
    found = mapping.guess(
        reading.columns_of(brought.file),
        items=form.scales(),
        method=Method(brought.wave.method),
        saved=known,
    )
    if known:
        return found
    texts = _answers_as_texts(brought, found)
    return mapping.with_recode(found, ITEMS, texts) if texts else found


def _answers_as_texts(brought: Import, found: ColumnMapping) -> dict[str, str]:
    """Texts of choices that stand in the file where their numbers are wanted."""
    columns = {i: c for i, c in found.items.items() if c}
    values = reading.sample(brought.file, list(columns.values()))
    texts: dict[str, str] = {}
    for item in brought.wave.form_version.scored():
        labels = {
            str(choice[key]).casefold(): choice["name"]
            for choice in item.choices
            for key in ("label", "label_en")
            if choice[key]
        }
        for value in values.get(columns.get(item.name, ""), []):
            if value.casefold() in labels:
                texts[value] = labels[value.casefold()]
    return texts


@require_safe
def report(request: ActingRequest, pk: int) -> HttpResponse:
    brought = import_of(request.acting, pk)
    if brought.rows is None:
        return redirect("collect:mapping", brought.pk)
    why = request.GET.get("mengapa", "")
    problems = brought.problems.all()
    kinds = problems.order_by().values("why", "effect").annotate(count=Count("pk"))
    if why in tuple(Why):
        problems = problems.filter(why=why)
    labels = dict(brought.wave.form_version.scored().values_list("name", "label"))
    context = {
        "brought": brought,
        "wave": brought.wave,
        "kinds": [
            {**kind, "label": words.WHY[Why(kind["why"])]}
            for kind in kinds.order_by("-count")
        ],
        "why": why,
        "page": Paginator(problems, PER_PAGE).get_page(request.GET.get("page")),
        "blanks": sorted(
            (
                {"item": item, "label": labels.get(item, item), "count": count}
                for item, count in brought.blanks.items()
            ),
            key=lambda row: (-row["count"], row["item"]),
        ),
        "items": len(labels),
        "crumbs": trail(brought.wave, (_("Report of the check"), "")),
        "simulated": brought.wave.is_simulated,
    }
    return render(request, "collect/report.html", context)


@require_safe
def problems(request: ActingRequest, pk: int) -> HttpResponse:
    """The whole report as CSV; only for those who may see answers."""
    brought = import_of(request.acting, pk)
    come_from = downloads.origin(brought.wave.provenance)
    with override("id"):
        rows = [
            {
                "baris": each.row,
                "kolom": each.column,
                "nilai": each.value,
                "sebab": each.why_label,
                "akibat": each.effect_label,
                downloads.ORIGIN_COLUMN: come_from,
            }
            for each in brought.problems.iterator(chunk_size=2000)
        ]
    name = f"pemeriksaan-{brought.wave.slug}-{brought.pk}"
    return downloads.as_csv(name, PROBLEM_COLUMNS, rows)


@require_POST
def confirm(request: ActingRequest, pk: int) -> HttpResponse:
    brought = import_of(request.acting, pk)
    acts.confirm(brought, by=request.acting, at=timezone.now())
    messages.success(request, _("The file is confirmed. Freeze the wave next."))
    return redirect(reverse("collect:wave", args=[brought.wave.slug]))


def discard(request: ActingRequest, pk: int) -> HttpResponse:
    """A file brought by mistake goes, after the consequence was read."""
    brought = import_of(request.acting, pk)
    wave = brought.wave
    back = reverse("collect:wave", args=[wave.slug])
    if request.method == "POST":
        acts.discard(brought, by=request.acting, at=timezone.now())
        messages.success(request, _("The file is removed."))
        return redirect(back)
    context = {
        "title": _("Throw the file away"),
        "consequence": _(
            "“%(file)s” is removed from “%(wave)s” with its report and all its "
            "answers. The ledger keeps that it was brought and thrown away, and its "
            "hash."
        )
        % {"file": brought.file_name, "wave": wave.title},
        "label": _("Throw away"),
        "cancel_url": back,
        "simulated": wave.is_simulated,
        "crumbs": trail(wave, (_("Throw the file away"), "")),
    }
    return render(request, "core/confirm.html", context)
