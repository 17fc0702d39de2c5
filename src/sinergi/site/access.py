"""Gates of the pages that belong to no stage: accounts, tasks, the API."""

from collections.abc import Mapping

from allauth.account import urls as account_urls
from allauth.mfa import urls as mfa_urls
from django.urls import URLPattern

from sinergi.core.access import Gate, anyone, member
from sinergi.site.api import api

# Sign-up is closed and e-mail addresses are changed by an administrator.
_CLOSED = frozenset({"account_signup", "account_signup_by_passkey", "account_email"})


def _names(module: object) -> list[str]:
    names: list[str] = []
    for pattern in getattr(module, "urlpatterns", []):
        if getattr(pattern, "name", None):
            names.append(pattern.name)
        else:
            names += _names(getattr(pattern, "urlconf_module", pattern))
    return names


# The API is read-only and public; its routers leave out what is not.
_API = [
    f"api:{pattern.name}"
    for pattern in api.urls[0]
    if isinstance(pattern, URLPattern) and pattern.name
]

GATES: Mapping[str, Gate] = {
    **dict.fromkeys(_API, anyone),
    **{
        name: anyone
        for name in [*_names(account_urls), *_names(mfa_urls)]
        if name not in _CLOSED
    },
    "site:tasks": member,
}
