"""Errors under /api/ are JSON, also for addresses and methods that do not exist."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from inspect import signature
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja.errors import ValidationError

from sinergi.core.questions import fault

PREFIX = "/api/"


class JsonErrors:
    """Says in JSON what Django would say to a reader of pages."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        is_json = response.headers.get("Content-Type", "").startswith(
            "application/json"
        )
        if response.status_code < 400 or is_json or not _is_ours(request):
            return response
        answer = JsonResponse({"detail": _told(request, response)})
        answer.status_code = response.status_code
        if "Allow" in response.headers:
            answer.headers["Allow"] = response.headers["Allow"]
        return answer


def answers_what_is_asked(view: Callable[..., Any]) -> Callable[..., Any]:
    """Refuses a field of the question that the operation does not have."""
    names = set(signature(view).parameters) - {"request"}

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        in_path = request.resolver_match.kwargs if request.resolver_match else {}
        known = names - set(in_path)
        if unknown := sorted(set(request.GET) - known):
            raise ValidationError([_no_field(name, known) for name in unknown])
        return view(request, *args, **kwargs)

    return answered


def _no_field(name: str, known: set[str]) -> dict[str, object]:
    if known:
        return fault(name, name, known)
    told = f"{name!r} is not known. This address takes no fields."
    return {"type": "unknown", "loc": ["query", name], "msg": told}


def _is_ours(request: HttpRequest) -> bool:
    return request.path_info.startswith(PREFIX)


def _told(request: HttpRequest, response: HttpResponse) -> str:
    match response.status_code:
        case HTTPStatus.NOT_FOUND:
            return (
                f"There is nothing at {request.path_info}. What there is stands in "
                f"{PREFIX}v1/openapi.json."
            )
        case HTTPStatus.METHOD_NOT_ALLOWED:
            return f"{request.method} is not answered here. The API is read only: GET."
    return HTTPStatus(response.status_code).phrase
