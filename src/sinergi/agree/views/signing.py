"""Working pages of signing: who signed so far, signing by attestation, refusing."""

from datetime import UTC, datetime
from typing import Any

from allauth.account.authentication import get_authentication_records
from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from sinergi.agree import access, acts, rules, words
from sinergi.agree import signing as questions
from sinergi.agree.forms.signing import AttestForm, RefusalForm
from sinergi.agree.models import Addendum
from sinergi.agree.rules import SigningAction
from sinergi.agree.signing import Paper, Standing
from sinergi.agree.views.pages import Context, attempt_once, inside_meeting
from sinergi.core import bsre
from sinergi.core.doors import ActingRequest, allow
from sinergi.core.models import Document


def signing(request: ActingRequest, code: str) -> HttpResponse:
    """Who signed how and when, who refused and why, and what this office does next."""
    document, paper = found(request, code)
    standing = questions.standing_of(paper)
    by = request.acting
    own = next(
        (r for r in standing.rows if r.signatory.government_id == by.government_id),
        None,
    )
    may = _may(request, document, paper, standing)
    context = within(
        paper,
        _("Signatures"),
        standing=standing,
        own=own,
        may=may,
        may_sign=may["sign"] and own is not None and own.is_open,
        may_bring=may["bring"] and any(row.is_open for row in standing.rows),
        may_void=may["void"]
        and not isinstance(paper, Addendum)
        and rules.may_void(standing.count),
        may_take=access.may_take_last_copy(by, document, paper.meeting),
        service=bsre.service() is not None,
        copies=[
            {
                "copy": copy,
                "may_read": access.may_read_copy(by, copy, paper.meeting),
                "may_compare": may["compare"]
                and copy.is_pending
                and copy.by.person_id != by.person_id,
            }
            for copy in document.copies.select_related(
                "by__person", "by__government", "compared_by__government"
            ).prefetch_related("signatures__signatory__government")
        ],
        keeps=access.keeps_record(by, paper.meeting),
    )
    return render(request, "agree/signing.html", context)


def attest(request: ActingRequest, code: str) -> HttpResponse:
    """Prove again who one is, then state it."""
    document, paper = found(request, code)
    let_in(request, document, paper, SigningAction.SIGN)
    authenticated_at = proved_at(request)
    if not rules.is_fresh(authenticated_at, timezone.now()):
        if request.method == "POST":
            messages.info(request, _("More than five minutes went by. Prove it again."))
        again = reverse("account_reauthenticate")
        return redirect(f"{again}?{urlencode({'next': request.path})}")
    form = AttestForm(request.POST or None)
    if attempt_once(
        request,
        form,
        lambda: acts.attest(
            document,
            authenticated_at=authenticated_at,
            by=request.acting,
            at=timezone.now(),
        ),
        lambda signed: _("Signed. This is an uncertified electronic signature."),
    ):
        return redirect("agree_work:signing", code)
    context = within(paper, _("Sign by attestation"), form=form)
    return render(request, "agree/attest.html", context)


def refuse(request: ActingRequest, code: str) -> HttpResponse:
    document, paper = found(request, code)
    let_in(request, document, paper, SigningAction.REFUSE)
    form = RefusalForm(request.POST or None)
    if attempt_once(
        request,
        form,
        lambda: acts.refuse_to_sign(
            document,
            reason=form.cleaned_data["reason"],
            by=request.acting,
            at=timezone.now(),
        ),
        lambda refused: _("The refusal is recorded."),
    ):
        return redirect("agree_work:signing", code)
    return asked(
        request,
        paper,
        form,
        title=_("Refuse to sign"),
        consequence=_(
            "The refusal and its reason are recorded, printed on the sheet of "
            "signatures and announced with it. Until then your government may still "
            "sign."
        ),
    )


def found(request: ActingRequest, code: str) -> tuple[Document, Paper]:
    """The locked paper, for who takes part; for others it is not there."""
    document = get_object_or_404(
        Document.objects.select_related("file"), code=code.upper()
    )
    paper = questions.paper_of(document)
    if paper is None or not access.may_see_signing(request.acting, paper.meeting):
        raise Http404
    return document, paper


def let_in(
    request: ActingRequest, document: Document, paper: Paper, action: SigningAction
) -> None:
    """Shut the page to whose office never does this; the act refuses the rest."""
    actors = access.signing_actors(request.acting, document, paper.meeting)
    who = {each for steps in rules.SIGNING.values() for each in steps.get(action, ())}
    words_of = ", ".join(str(words.SIGNING_ACTOR[each]) for each in sorted(who))
    allow(
        bool(actors & who),
        _("“%(action)s” is for: %(who)s.")
        % {"action": words.SIGNING_ACTION[action], "who": words_of},
    )


def within(paper: Paper, title: str, **more: Any) -> Context:
    """A page about the signatures of a paper."""
    document = paper.document
    own = reverse("agree_work:signing", args=[document.code]) if document else ""
    return inside_meeting(
        paper.meeting,
        title,
        paper=paper,
        document=document,
        addendum=paper if isinstance(paper, Addendum) else None,
        own_url=own,
        **more,
    )


def asked(
    request: ActingRequest,
    paper: Paper,
    form: Form | None,
    *,
    title: str,
    consequence: str,
) -> HttpResponse:
    """A step that ends something asks once more, with what it means."""
    context = within(
        paper, title, form=form, consequence=consequence, label=title, danger=True
    )
    return render(request, "agree/step.html", context)


def proved_at(request: ActingRequest) -> datetime | None:
    """When the person last proved again who they are; signing in does not count."""
    records = get_authentication_records(request, request.acting.person)
    moments = [each["at"] for each in records if each.get("reauthenticated")]
    return datetime.fromtimestamp(moments[-1], UTC) if moments else None


def _may(
    request: ActingRequest, document: Document, paper: Paper, standing: Standing
) -> dict[str, bool]:
    actors = access.signing_actors(request.acting, document, paper.meeting)
    return {
        action.name.lower(): rules.may_sign(standing.stage, action, actors)
        for action in SigningAction
    }
