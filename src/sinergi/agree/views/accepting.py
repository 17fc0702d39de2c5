"""Working pages of the chair: accept an amendment, choose or combine, undo."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from sinergi.agree import access, acts, queries, rules, sentences
from sinergi.agree.forms.amendments import AcceptForm, CombineForm
from sinergi.agree.models import Amendment
from sinergi.agree.rules import AmendmentAction, AmendmentState
from sinergi.agree.views.amendments import amendment_of, inside_amendment, undoable
from sinergi.agree.views.compare import compared
from sinergi.agree.views.pages import inside, readable, shows_current, version_of
from sinergi.core.doors import ActingRequest, allow, attempt


def accept(request: ActingRequest, pk: int) -> HttpResponse:
    """Read once more what changes, then accept it as it is or with changes."""
    found = amendment_of(request, pk)
    _refuse_others(request, found)
    recommendation = found.recommendation
    current = recommendation.current
    texts = found.texts_on(current)
    if texts is None:
        messages.warning(
            request, _("The text changed; the amendment has to be written anew first.")
        )
        return redirect("agree_work:amendment", pk)
    table = queries.on_table(recommendation)
    mine = next(each for each in table if each.amendment.pk == found.pk)
    if mine.colliding and request.method == "GET":
        return redirect("agree_work:combine", pk)
    form = AcceptForm(
        request.POST or None,
        initial={"version": current.number, "text": "\n\n".join(texts)},
    )
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form,
            lambda: acts.accept_amendments(
                [found],
                base=version_of(recommendation, form.cleaned_data["version"]),
                text=form.cleaned_data["text"],
                by=request.acting,
                at=timezone.now(),
            ),
        )
        if made:
            _told(request, [found], made.number)
            return redirect("agree_work:recommendation", recommendation.pk)
        shows_current(form, current)
    context = inside_amendment(
        found,
        _("Accept"),
        form=form,
        table=mine,
        compared=compared(
            request,
            current.kept,
            rules.aligned(current.kept, texts),
            old=_("Version %(number)d") % {"number": current.number},
            new=found.name,
        ),
    )
    return render(request, "agree/accept.html", context)


def combine(request: ActingRequest, pk: int) -> HttpResponse:
    """Amendments that touch one paragraph, side by side: choose one or combine."""
    found = amendment_of(request, pk)
    _refuse_others(request, found)
    recommendation = found.recommendation
    current = recommendation.current
    table = [
        each
        for each in queries.together(queries.on_table(recommendation), found)
        if AmendmentState(each.amendment.state) is AmendmentState.DISCUSSED
    ]
    waiting = [
        each.amendment
        for each in queries.together(queries.on_table(recommendation), found)
        if AmendmentState(each.amendment.state) is not AmendmentState.DISCUSSED
    ]
    form = CombineForm(request.POST or None, base=current, table=table)
    if request.method == "POST" and form.is_valid():
        chosen = form.accepted()
        if not chosen:
            form.add_error(None, _("Choose or combine at least one change."))
        else:
            made = attempt(
                form,
                lambda: acts.accept_amendments(
                    chosen,
                    base=version_of(recommendation, form.cleaned_data["version"]),
                    text=form.text(),
                    by=request.acting,
                    at=timezone.now(),
                ),
            )
            if made:
                _told(request, chosen, made.number)
                return redirect("agree_work:recommendation", recommendation.pk)
            shows_current(form, current)
    context = inside_amendment(
        found,
        _("Choose or combine"),
        form=form,
        crossings=list(form.crossings()),
        names=sentences.amendments([each.amendment for each in table]),
        waiting=sentences.amendments(waiting),
    )
    return render(request, "agree/combine.html", context)


def undo(request: ActingRequest, pk: int) -> HttpResponse:
    """Bring back the words from before the latest acceptance."""
    found = readable(request, pk)
    allow(
        access.leads(request.acting, found),
        _("An acceptance is undone by the chair of the group or of the meeting."),
    )
    latest = undoable(found, request.acting)
    if latest is None:
        messages.warning(
            request, _("There is no acceptance to undo: something was built on it.")
        )
        return redirect("agree_work:amendments", pk)
    if request.method == "POST":
        seen = request.POST.get("version", "")
        number = int(seen) if seen.isdecimal() else latest.number
        asked = version_of(found, number)
        made = acts.undo_acceptance(asked, by=request.acting, at=timezone.now())
        messages.success(
            request,
            _("Undone: version %(number)d has the words from before.")
            % {"number": made.number},
        )
        return redirect("agree_work:amendments", pk)
    before = found.versions.get(number=latest.number - 1)
    context = inside(
        found,
        _("Undo the acceptance"),
        latest=latest,
        before=before,
        names=sentences.amendments(latest.amendments.select_related("proposer")),
        compared=compared(
            request,
            latest.kept,
            before.kept,
            old=_("Version %(number)d") % {"number": latest.number},
            new=_("Version %(number)d") % {"number": before.number},
        ),
    )
    return render(request, "agree/undo.html", context)


def _refuse_others(request: ActingRequest, found: Amendment) -> None:
    allow(
        access.may_move_amendment(request.acting, found, AmendmentAction.ACCEPT),
        _(
            "The chair of the group or of the meeting accepts an amendment that is "
            "being discussed; this one is %(state)s."
        )
        % {"state": found.state_label},
    )


def _told(request: ActingRequest, accepted: list[Amendment], number: int) -> None:
    messages.success(
        request,
        _(
            "Version %(number)d is made of %(names)s. Until the next one is accepted, "
            "it can be undone."
        )
        % {"number": number, "names": sentences.amendments(accepted)},
    )
