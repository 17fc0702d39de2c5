"""The stage introduces itself."""

from django.utils.translation import gettext_lazy as _

from sinergi.align.access import GATES
from sinergi.align.api import router
from sinergi.align.commands import COMMANDS
from sinergi.align.deeds import DEEDS
from sinergi.align.tasks import due
from sinergi.core.introductions import Introduction, MenuItem

INTRODUCTION = Introduction(
    stage="align",
    gates=GATES,
    public_urls="sinergi.align.urls",
    working_urls="sinergi.align.working_urls",
    public_menu=(MenuItem(_("Alignment"), "align:matrix", 10),),
    turn_menu=(MenuItem(_("Alignment"), "align_work:plans", 10),),
    tasks=due,
    router=router,
    commands=COMMANDS,
    deeds=DEEDS,
)
