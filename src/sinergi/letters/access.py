"""Who may do what with letters: the secretariat of a government that coordinates."""

from collections.abc import Mapping

from sinergi.core.access import Gate, roles
from sinergi.core.models import Forum, Membership
from sinergi.core.rules import Role

SECRETARIAT = roles(Role.SECRETARIAT)

GATES: Mapping[str, Gate] = {
    "letters_work:letters": SECRETARIAT,
    "letters_work:letterhead": SECRETARIAT,
    "letters_work:logo": SECRETARIAT,
    "letters_work:letterhead_trial": SECRETARIAT,
    "letters_work:number": SECRETARIAT,
    "letters_work:signatory": SECRETARIAT,
    "letters_work:wording": SECRETARIAT,
    "letters_work:house_template": SECRETARIAT,
    "letters_work:use_house": SECRETARIAT,
    "letters_work:template": SECRETARIAT,
    "letters_work:trial": SECRETARIAT,
    "letters_work:use": SECRETARIAT,
}


def keeps_letters(by: Membership | None) -> bool:
    """Letters of a forum bear the head of the government that coordinates it."""
    return (
        by is not None
        and SECRETARIAT(by)
        and Forum.objects.filter(coordinator=by.government_id).exists()
    )
