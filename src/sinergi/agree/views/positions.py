"""Working pages of the answer: the head's own, and the secretariat's list."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sinergi.agree import access, acts, queries, rounds
from sinergi.agree.forms.positions import DisputeForm, GridForm, PositionForm
from sinergi.agree.models import Position, Version
from sinergi.agree.rules import Edit, Span
from sinergi.agree.views.compare import compared
from sinergi.agree.views.pages import (
    attempt_once,
    inside,
    readable,
    shows_current,
    version_of,
)
from sinergi.agree.views.public import changed, since
from sinergi.convene.queries import present_governments
from sinergi.core.doors import ActingRequest, allow
from sinergi.core.models import Membership
from sinergi.core.stale import Overtaken


def position(request: ActingRequest, pk: int) -> HttpResponse:
    """The text, large, and what your government says to it."""
    found = readable(request, pk)
    by = request.acting
    allow(
        access.may_answer(by, found),
        _(
            "Positions are taken by heads of office or holders of their mandate, while "
            "the text is discussed."
        ),
    )
    going = rounds.round_of(found) if found.is_in_circulation else None
    version = found.current
    own = queries.positions_of(version).get(by.government_id)
    is_addressed = found.addressees.filter(pk=by.government_id).exists()
    form = PositionForm(
        request.POST or None,
        is_addressed=is_addressed,
        initial={
            "version": version.number,
            "stance": own.stance if own and not own.is_start else None,
            "note": own.note if own else "",
        },
    )
    if request.method == "POST" and form.is_valid():
        asked = version_of(found, form.cleaned_data["version"])
        if attempt_once(
            request,
            form,
            lambda: acts.take_position(
                asked,
                stance=form.cleaned_data["stance"],
                note=form.cleaned_data["note"],
                by=by,
                at=timezone.now(),
            ),
            _said,
        ):
            return redirect("agree_work:recommendation", pk)
        shows_current(form, version)
    before = queries.asked_again(version, by.government)
    context = inside(
        found,
        _("Your position"),
        form=form,
        own=own,
        before=before if own is None or own.is_start else None,
        changed=_changed(version, own, was_asked=before is not None),
        is_addressed=is_addressed,
        mandate=access.mandate_of(by, found.meeting),
        going=going,
    )
    return render(request, "agree/position.html", context)


def _changed(
    version: Version, own: Position | None, *, was_asked: bool
) -> list[list[Span]]:
    """What is new to who answers: the last change, or all since an answer carried."""
    if own and own.is_carried_over:
        return since(own.answered)
    return changed(version) if was_asked else []


def positions(request: ActingRequest, pk: int) -> HttpResponse:
    """What governments said in the hall, written down row by row."""
    found = readable(request, pk)
    by = request.acting
    allow(
        access.may_record(by, found),
        _("Only the secretariat or the minute-taker records what others say."),
    )
    version = found.current
    form = GridForm(
        request.POST or None,
        text=version,
        governments=found.meeting.forum.governments(),
        present=present_governments(found.meeting),
    )
    if request.method == "POST" and form.is_valid():
        asked = version_of(found, form.cleaned_data["version"])
        recorded = attempt_once(
            request,
            form,
            lambda: _record(form, asked, by),
            _recorded,
        )
        if recorded is not None:
            return redirect("agree_work:positions", pk)
        if form.overtaken():
            form.answer_to_current()
        shows_current(form, version)
    context = inside(found, _("Record positions"), form=form, rows=form.rows())
    return render(request, "agree/positions.html", context)


def dispute(request: ActingRequest, pk: int) -> HttpResponse:
    """Say that an editorial change is one of substance: everyone is asked again."""
    found = readable(request, pk)
    allow(
        access.may_dispute(request.acting, found),
        _(
            "Heads of office dispute an editorial change, while governments answer to "
            "it."
        ),
    )
    version = found.current
    form = DisputeForm(request.POST or None, initial={"version": version.number})
    if attempt_once(
        request,
        form,
        lambda: acts.dispute_edit(
            version_of(found, form.cleaned_data["version"]),
            reason=form.cleaned_data["reason"],
            by=request.acting,
            at=timezone.now(),
        ),
        lambda _made: _("Every government is asked again about these words."),
    ):
        return redirect("agree_work:recommendation", pk)
    if form.errors:
        shows_current(form, found.current)
    asked = found.versions.filter(
        edit=Edit.SUBSTANTIVE.value, number__lt=version.number
    ).latest("number")
    context = inside(
        found,
        _("Dispute the editorial change"),
        form=form,
        compared=compared(
            request,
            asked.kept,
            version.kept,
            old=_("Version %(number)d") % {"number": asked.number},
            new=_("Version %(number)d") % {"number": version.number},
        ),
    )
    return render(request, "agree/dispute.html", context)


def _record(form: GridForm, asked: Version, by: Membership) -> list[Position]:
    themselves = form.answered_since()
    if themselves:
        raise Overtaken(
            _(
                "Answered meanwhile by the government itself: %(answers)s. What you "
                "chose for it is not recorded; the rest is not saved yet, so check it "
                "and record once more."
            )
            % {
                "answers": "; ".join(
                    f"{each.government.name}: {each.stance_label}"
                    for each in themselves
                )
            }
        )
    overtaken = form.overtaken()
    if overtaken:
        raise Overtaken(
            _(
                "Somebody else recorded %(names)s after your page was opened. What you "
                "typed stands below and is not saved; check it and record once more."
            )
            % {"names": ", ".join(place.name for place in overtaken)}
        )
    said = form.said()
    return acts.record_positions(asked, said=said, by=by, at=timezone.now())


def _said(taken: Position) -> str:
    return _(
        "Saved: %(government)s %(stance)s. You can change it until the "
        "recommendation is closed."
    ) % {"government": taken.government.name, "stance": taken.stance_label}


def _recorded(positions: list[Position]) -> str:
    return ngettext(
        "%(count)d position recorded.",
        "%(count)d positions recorded.",
        len(positions),
    ) % {"count": len(positions)}
