"""Working pages of an office's letters: its head, its numbers, who signs."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sinergi.core import files
from sinergi.core.doors import ActingRequest, attempt
from sinergi.core.downloads import file_name
from sinergi.letters import acts, heads, kinds, printed, queries, words
from sinergi.letters.acts import seen
from sinergi.letters.forms import LetterheadForm, NumberForm, SignatoryForm
from sinergi.letters.rules import PLACEHOLDERS
from sinergi.letters.views.pages import as_file, keeper, kind_named, page


@require_safe
def letters(request: ActingRequest) -> HttpResponse:
    """Head, and of every kind of letter its number, signatory and words."""
    by = keeper(request)
    context = page(
        request,
        _("Letters"),
        head=heads.letterhead(by.government, by.provenance),
        own=seen.head_of(by.government, by.provenance),
        rows=queries.rows(
            kinds.every(), by.government, by.provenance, timezone.localdate()
        ),
    )
    return render(request, "letters/letters.html", context)


def letterhead(request: ActingRequest) -> HttpResponse:
    by = keeper(request)
    known = seen.head_of(by.government, by.provenance)
    form = LetterheadForm(
        request.POST or None,
        request.FILES or None,
        initial={
            "seen": acts.seen_of_head(known),
            **(
                seen.told_of_head(known)
                if known
                else {
                    "headline": heads.registered(by.government)["government"],
                    "office": heads.registered(by.government)["office"],
                }
            ),
            "logo": None,
        },
    )
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        upload = said.pop("logo")

        def deed() -> object:
            return acts.set_letterhead(
                **said,
                logo=files.content_of(upload) if upload else None,
                logo_name=upload.name if upload else "",
                by=by,
                at=timezone.now(),
            )

        saved = attempt(
            form,
            lambda: form.carry_out(
                deed,
                lambda: acts.seen_of_head(seen.head_of(by.government, by.provenance)),
            ),
        )
        if saved:
            messages.success(request, _("The letterhead is saved."))
            return redirect("letters_work:letters")
    context = page(request, _("Letterhead"), form=form, own=known)
    return render(request, "letters/letterhead.html", context)


@require_safe
def logo(request: ActingRequest) -> HttpResponse:
    by = keeper(request)
    known = seen.head_of(by.government, by.provenance)
    if known is None or known.logo is None:
        raise Http404
    return HttpResponse(files.read(known.logo), content_type=known.logo.media_type)


@require_safe
def letterhead_trial(request: ActingRequest) -> HttpResponse:
    by = keeper(request)
    head = heads.letterhead(by.government, by.provenance)
    drawn = printed.trial_of_head(head, by.provenance)
    return as_file(drawn, files.PDF, file_name("contoh-kop.pdf", by.provenance))


def number(request: ActingRequest, key: str) -> HttpResponse:
    """Pattern, next number, and the numbers that were given."""
    by, kind = keeper(request), kind_named(key)
    known = seen.pattern_of(by.government, by.provenance, kind.key)
    form = NumberForm(
        request.POST or None,
        initial={
            "seen": acts.seen_of_pattern(known),
            **(seen.told_of_pattern(known) if known else {}),
        },
    )
    if request.method == "POST" and form.is_valid():
        saved = attempt(
            form,
            lambda: form.carry_out(
                lambda: acts.set_number_pattern(
                    kind, **form.cleaned_data, by=by, at=timezone.now()
                ),
                lambda: acts.seen_of_pattern(
                    seen.pattern_of(by.government, by.provenance, kind.key)
                ),
            ),
        )
        if saved:
            messages.success(request, _("The pattern is saved."))
            return redirect("letters_work:number", key)
    [row] = queries.rows([kind], by.government, by.provenance, timezone.localdate())
    context = page(
        request,
        _("Number: %(kind)s") % {"kind": kind.label},
        form=form,
        row=row,
        placeholders=[(f"{{{name}}}", words.NUMBER[name]) for name in PLACEHOLDERS],
        given=queries.given(by.government, by.provenance, kind.key)[:20],
    )
    return render(request, "letters/number.html", context)


def signatory(request: ActingRequest, key: str) -> HttpResponse:
    by, kind = keeper(request), kind_named(key)
    if not kind.signed:
        raise Http404
    known = seen.signatory_set(by.government, by.provenance, kind.key)
    form = SignatoryForm(
        request.POST or None,
        holders=queries.holders(by, timezone.localdate()),
        initial={
            "seen": acts.seen_of_signatory(known),
            **(seen.told_of_signatory(known) if known else {}),
            "holder": known.holder_id if known else None,
        },
    )
    if request.method == "POST" and form.is_valid():
        saved = attempt(
            form,
            lambda: form.carry_out(
                lambda: acts.set_signatory(
                    kind, **form.cleaned_data, by=by, at=timezone.now()
                ),
                lambda: acts.seen_of_signatory(
                    seen.signatory_set(by.government, by.provenance, kind.key)
                ),
            ),
        )
        if saved:
            messages.success(request, _("The signatory is saved."))
            return redirect("letters_work:letters")
    context = page(
        request,
        _("Signatory: %(kind)s") % {"kind": kind.label},
        form=form,
        row={"signatory": known},
    )
    return render(request, "letters/signatory.html", context)
