"""What every act on letters asks first."""

from django.utils.translation import gettext as _

from sinergi.core.models import Membership
from sinergi.core.refusal import NotAllowed
from sinergi.core.stale import Overtaken
from sinergi.letters import access


def keepers_only(by: Membership) -> None:
    if not access.keeps_letters(by):
        raise NotAllowed(secretariat_only())


def secretariat_only() -> str:
    return _(
        "Letterhead, numbers, signatories and templates are kept by the secretariat of "
        "the government that coordinates the forum."
    )


def refuse_overtaken(seen: str, now: str) -> None:
    if seen and seen != now:
        raise Overtaken(
            _(
                "Somebody saved this after you opened the page. What you typed is "
                "kept; compare it with what stands now, then save again."
            )
        )
