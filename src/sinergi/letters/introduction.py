"""Letters introduce themselves."""

from django.utils.translation import gettext_lazy as _

from sinergi.core.introductions import Introduction, MenuItem
from sinergi.letters.access import GATES
from sinergi.letters.deeds import DEEDS

INTRODUCTION = Introduction(
    stage="letters",
    gates=GATES,
    working_urls="sinergi.letters.working_urls",
    # Nobody but the secretariat has them: the gate hides it from everybody else.
    turn_menu=(MenuItem(_("Letters"), "letters_work:letters", 65),),
    deeds=DEEDS,
)
