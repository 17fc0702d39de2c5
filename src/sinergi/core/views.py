"""Pages of the core: language, office held, ledger, documents, people."""

from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sinergi.core import acts, deeds, documents, ledger
from sinergi.core.bidang_offices import name_bidang_offices, offices_by_bidang
from sinergi.core.doors import ActingRequest, attempt
from sinergi.core.downloads import file_name
from sinergi.core.forms import EndMembershipForm, InvitationForm, OfficesForm
from sinergi.core.invitations import invitation_path
from sinergi.core.marks import band
from sinergi.core.middleware import ACTING_KEY, LANGUAGE_COOKIE, memberships
from sinergi.core.models import Bidang, Document, Forum, LedgerEvent, Membership, Person
from sinergi.core.rules import Provenance

YEAR_SECONDS = 365 * 24 * 60 * 60
LATEST_EVENTS = 50


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    chosen = request.POST.get("language", "")
    response = redirect(_back(request))
    if chosen in dict(settings.LANGUAGES):
        response.set_cookie(
            LANGUAGE_COOKIE, chosen, max_age=YEAR_SECONDS, samesite="Lax"
        )
    return response


@require_POST
def act_as(request: ActingRequest) -> HttpResponse:
    held = {str(membership.pk): membership for membership in memberships(request)}
    chosen = held.get(request.POST.get("membership", ""))
    if chosen:
        request.session[ACTING_KEY] = chosen.pk
    return redirect(_back(request))


@require_safe
def ledger_page(request: HttpRequest) -> HttpResponse:
    """What `sinergi ledger verify` says, and the latest events without names."""
    events = LedgerEvent.objects.select_related("by__government", "by__person")
    events = events.order_by("-seq")
    context = {
        "broken": ledger.verify(),
        "last": events.first(),
        "count": LedgerEvent.objects.count(),
        "events": [(each, deeds.word(each)) for each in events[:LATEST_EVENTS]],
        "checked_at": timezone.now(),
    }
    return render(request, "core/ledger.html", context)


@require_safe
def verify(request: HttpRequest, code: str = "") -> HttpResponse:
    typed = code or request.GET.get("kode", "")
    wanted = documents.normalised(typed)
    if wanted and wanted != code:
        return redirect("core:document", code=wanted)
    document = Document.objects.filter(code=wanted).select_related("file").first()
    simulated = bool(document and document.provenance == Provenance.SIMULATED)
    context = {
        "document": document,
        "typed": typed,
        "simulated": simulated,
        "compare_words": {
            "reading": _("The file is being read …"),
            "unreadable": _("The file could not be read. Choose it again."),
        },
    }
    status = 404 if typed and not document else 200
    return render(request, "core/verify.html", context, status=status)


@require_safe
def people(request: ActingRequest) -> HttpResponse:
    current = Membership.objects.select_related("person", "government")
    listed = list(current.order_by("government", "person__name"))
    context = {"memberships_of_all": listed, **band(m.provenance for m in listed)}
    return render(request, "core/people.html", context)


def invite(request: ActingRequest) -> HttpResponse:
    """Give an office; to who has no password yet, show once the link that sets it."""
    forum = get_object_or_404(Forum.objects.of(request.acting.government))
    form = InvitationForm(
        request.POST or None, forum=forum, initial={"starts_on": timezone.localdate()}
    )
    link, given = "", None
    if request.method == "POST" and form.is_valid():
        membership = attempt(
            form,
            lambda: acts.invite(
                **form.cleaned_data, by=request.acting, at=timezone.now()
            ),
        )
        if membership:
            given = membership
            link = _first_password_link(request, membership.person)
    context = {"form": form, "link": link, "given": given}
    return render(request, "core/invite.html", context)


def end_membership(request: ActingRequest, pk: int) -> HttpResponse:
    membership = get_object_or_404(Membership.objects.select_related("person"), pk=pk)
    form = EndMembershipForm(
        request.POST or None, initial={"ends_on": timezone.localdate()}
    )
    if request.method == "POST" and form.is_valid():
        ended = attempt(
            form,
            lambda: acts.end_membership(
                membership, **form.cleaned_data, by=request.acting, at=timezone.now()
            ),
        )
        if ended:
            return redirect("core:people")
    context = {"form": form, "membership": membership}
    return render(request, "core/end_membership.html", context)


@require_safe
def profile(request: ActingRequest) -> HttpResponse:
    return render(request, "core/profile.html")


def bidang_offices(request: ActingRequest) -> HttpResponse:
    """Which of the own offices answers for each bidang of the forum."""
    by = request.acting
    seats = by.government.seats.values("forum")
    bidang = list(Bidang.objects.filter(forum__in=seats))
    known = offices_by_bidang(by.provenance, by.government)
    form = OfficesForm(
        request.POST or None,
        bidang=bidang,
        initial={
            each.code: known.get((each.pk, by.government_id), "") for each in bidang
        },
    )
    if request.method == "POST" and form.is_valid():
        names = {each: form.cleaned_data[each.code] for each in bidang}
        saved = attempt(
            form, lambda: name_bidang_offices(names, by=by, at=timezone.now())
        )
        if saved is not None:
            messages.success(request, _("The offices are saved."))
            return redirect("core:bidang_offices")
    return render(
        request,
        "core/bidang_offices.html",
        {"form": form, "simulated": by.person.is_simulated},
    )


def _first_password_link(request: HttpRequest, person: Person) -> str:
    """Empty for who has a password: a link would hand the account to its bearer."""
    if person.has_usable_password():
        return ""
    return request.build_absolute_uri(invitation_path(person))


def _back(request: HttpRequest) -> str:
    """The page the form was on, if it is ours; else the start page."""
    target = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()})
    return target if safe else "/"


def document_file(request: HttpRequest, code: str) -> FileResponse:
    """The bytes of a public document; others are served by the stage they belong to."""
    document = get_object_or_404(Document.objects.select_related("file"), code=code)
    if not document.is_public:
        raise Http404
    return FileResponse(
        document.file.content.open("rb"),
        content_type=document.file.media_type,
        filename=file_name(f"{document.kind}-{document.code}.pdf", document.provenance),
    )
