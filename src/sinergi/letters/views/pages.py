"""What pages of letters share: who keeps them, which kind, and the way back."""

from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from sinergi.core.correspondence import LetterKind
from sinergi.core.doors import ActingRequest, allow
from sinergi.core.models import Membership
from sinergi.letters import access, kinds
from sinergi.letters.acts.guards import secretariat_only


def keeper(request: ActingRequest) -> Membership:
    allow(access.keeps_letters(request.acting), secretariat_only())
    return request.acting


def kind_named(key: str) -> LetterKind:
    kind = kinds.kind_of(key)
    if kind is None:
        raise Http404
    return kind


def page(request: ActingRequest, title: str, **more: Any) -> dict[str, Any]:
    crumbs = [
        {"label": _("Letters"), "url": reverse("letters_work:letters")},
        {"label": title, "url": ""},
    ]
    return {
        "title": title,
        "crumbs": crumbs if title != _("Letters") else [],
        "simulated": request.acting.person.is_simulated,
        **more,
    }


def as_file(content: bytes, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
