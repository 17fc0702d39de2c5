"""The sandbox: bring a template, see what was found, try it, put it in use."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sinergi.core import files
from sinergi.core.correspondence import LetterKind
from sinergi.core.doors import ActingRequest, attempt
from sinergi.core.downloads import file_name
from sinergi.core.models import Membership
from sinergi.letters import acts, common, drafting, queries, words
from sinergi.letters.forms import TemplateForm
from sinergi.letters.models import Wording
from sinergi.letters.views.pages import as_file, keeper, kind_named, page
from sinergi.paper import wording as paper
from sinergi.paper.wording import Found, NotFilled


def wording(request: ActingRequest, key: str) -> HttpResponse:
    by, kind = keeper(request), _worded(key)
    form = TemplateForm(request.POST or None, request.FILES or None)
    found: list[Found] = []
    if request.method == "POST" and form.is_valid():
        tried = attempt(form, lambda: _try(request, kind, form, found))
        if tried:
            return redirect("letters_work:wording", key)
    context = page(
        request,
        _("Words: %(kind)s") % {"kind": kind.label},
        form=form,
        kind=kind,
        found=[_told(each) for each in found],
        versions=[_version(each, kind) for each in _own(by, kind)],
        house_in_use=drafting.in_force(kind.key, by.government, by.provenance) is None,
        common=common.COMMON,
    )
    return render(request, "letters/wording.html", context)


@require_safe
def house_template(request: ActingRequest, key: str) -> HttpResponse:
    """Where an office begins: every placeholder in its place."""
    keeper(request)
    kind = _worded(key)
    return as_file(drafting.house_template(kind), files.DOCX, f"templat-{key}.docx")


@require_safe
def template(request: ActingRequest, key: str, number: int) -> HttpResponse:
    """The file as it was brought."""
    known = _one(keeper(request), _worded(key), number)
    return as_file(files.read(known.file), files.DOCX, f"templat-{key}-{number}.docx")


@require_safe
def trial(request: ActingRequest, key: str, number: int) -> HttpResponse:
    """A letter with example data; number 0 is the template of the house."""
    by, kind = keeper(request), _worded(key)
    made = (
        files.read(_one(by, kind, number).file)
        if number
        else drafting.house_template(kind)
    )
    try:
        drawn = paper.fill(
            made,
            drafting.example_of(kind),
            above=[_("Trial with example data. This is no letter.")],
        )
    except NotFilled as broken:
        # A version of earlier days, for placeholders that are gone.
        raise Http404 from broken
    return as_file(drawn, files.DOCX, file_name(f"uji-{key}.docx", by.provenance))


@require_POST
def use(request: ActingRequest, key: str, number: int) -> HttpResponse:
    by, kind = keeper(request), _worded(key)
    used = acts.use_wording(_one(by, kind, number), kind, by=by, at=timezone.now())
    messages.success(
        request,
        _("Letters are made from version %(number)d now.") % {"number": used.number},
    )
    return redirect("letters_work:wording", key)


@require_POST
def use_house(request: ActingRequest, key: str) -> HttpResponse:
    by, kind = keeper(request), _worded(key)
    acts.use_house_wording(kind, by=by, at=timezone.now())
    messages.success(request, _("Letters are made from the template of the house."))
    return redirect("letters_work:wording", key)


def _try(
    request: ActingRequest, kind: LetterKind, form: TemplateForm, found: list[Found]
) -> Wording:
    """The version that was made, or the one that stands already."""
    upload = form.cleaned_data["template"]
    try:
        made = acts.try_wording(
            kind,
            content=files.content_of(upload),
            name=upload.name,
            by=request.acting,
            at=timezone.now(),
        )
    except acts.BrokenTemplate as broken:
        found.extend(broken.found)
        raise
    except acts.AlreadyTried as already:
        messages.info(request, str(already))
        return already.standing
    messages.success(
        request,
        _("Version %(number)d fills in. Look at its trial, then put it in use.")
        % {"number": made.number},
    )
    return made


def _worded(key: str) -> LetterKind:
    kind = kind_named(key)
    if not kind.is_worded:
        raise Http404
    return kind


def _own(by: Membership, kind: LetterKind) -> list[Wording]:
    return list(queries.versions(by.government, by.provenance, kind.key))


def _one(by: Membership, kind: LetterKind, number: int) -> Wording:
    known = queries.versions(by.government, by.provenance, kind.key)
    return get_object_or_404(known, number=number)


def _version(known: Wording, kind: LetterKind) -> dict[str, Any]:
    """What was found in it when it was tried: which placeholders it has."""
    checked = paper.check(
        files.read(known.file), drafting.vocabulary_of(kind), drafting.example_of(kind)
    )
    return {"wording": known, "names": checked.names, "fits": checked.fits}


def _told(found: Found) -> dict[str, str]:
    return {
        "what": words.fault(found),
        "where": words.where(found.where),
        "words": found.where.words if found.where else "",
    }
