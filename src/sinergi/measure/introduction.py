"""The stage introduces itself."""

from django.utils.translation import gettext_lazy as _

from sinergi.core.introductions import Introduction, MenuItem
from sinergi.measure.access import GATES
from sinergi.measure.api import router
from sinergi.measure.commands import COMMANDS
from sinergi.measure.deeds import DEEDS
from sinergi.measure.tasks import tasks

INTRODUCTION = Introduction(
    stage="measure",
    gates=GATES,
    public_urls="sinergi.measure.urls",
    working_urls="sinergi.measure.working_urls",
    public_menu=(MenuItem(_("Index"), "measure:index", 50),),
    turn_menu=(MenuItem(_("Index"), "measure_work:home", 50),),
    tasks=tasks,
    router=router,
    commands=COMMANDS,
    deeds=DEEDS,
)
