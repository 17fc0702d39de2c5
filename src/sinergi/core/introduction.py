"""The core introduces itself."""

from django.utils.translation import gettext_lazy as _

from sinergi.core.access import GATES
from sinergi.core.commands import COMMANDS
from sinergi.core.introductions import Introduction, MenuItem
from sinergi.core.words import DEEDS

INTRODUCTION = Introduction(
    stage="core",
    gates=GATES,
    public_urls="sinergi.core.urls",
    # The one thing an administrator does; the gate hides it from everybody else.
    turn_menu=(MenuItem(_("People and offices"), "core:people", 70),),
    commands=COMMANDS,
    deeds=DEEDS,
)
