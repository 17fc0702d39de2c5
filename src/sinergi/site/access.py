"""Gates of the pages that belong to no stage: accounts, tasks, the API."""

from collections.abc import Iterable, Iterator, Mapping

from allauth.account import urls as account_urls
from allauth.mfa import urls as mfa_urls
from django.urls import URLPattern, URLResolver

from sinergi.core.access import Gate, anyone, holder
from sinergi.site.api import api

# Sign-up is closed and e-mail addresses are changed by an administrator.
_CLOSED = frozenset({"account_signup", "account_signup_by_passkey", "account_email"})


def _names(patterns: Iterable[URLPattern | URLResolver]) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _names(pattern.url_patterns)
        elif pattern.name:
            yield pattern.name


# The API is read-only and public; its routers leave out what is not.
_API = [f"api:{name}" for name in _names(api.urls[0])]

GATES: Mapping[str, Gate] = {
    **dict.fromkeys(_API, anyone),
    **{
        name: anyone
        for name in _names([*account_urls.urlpatterns, *mfa_urls.urlpatterns])
        if name not in _CLOSED
    },
    "site:tasks": holder,
}
