"""How often something may be tried, counted by all workers together."""

from dataclasses import dataclass
from datetime import timedelta

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.translation import gettext as _

from sinergi.core.canonical import sha256
from sinergi.core.refusal import Refusal


class TooOften(Refusal):
    """Tried too often in too short a time."""


@dataclass(frozen=True)
class Limit:
    """So many times in so long, counted for each who tries."""

    name: str
    times: int
    within: timedelta

    def refuse_spent(self, who: str) -> None:
        if cache.get(self._key(who), 0) >= self.times:
            raise TooOften(
                _("This was tried too often. Wait %(minutes)d minutes, then try again.")
                % {"minutes": self.within.total_seconds() // 60}
            )

    def count(self, who: str) -> None:
        key = self._key(who)
        if not cache.add(key, 1, self.within.total_seconds()):
            cache.incr(key)

    def _key(self, who: str) -> str:
        # Addresses are personal data; the cache is a table of the database.
        return f"limit:{self.name}:{sha256(who)[:32]}"


def address_of(request: HttpRequest) -> str:
    """The address of who asks, behind as many proxies as the settings trust."""
    return str(get_adapter(request).get_client_ip(request))
