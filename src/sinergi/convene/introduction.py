"""The stage introduces itself."""

from django.utils.translation import gettext_lazy as _

from sinergi.convene.access import GATES
from sinergi.convene.api import router
from sinergi.convene.deeds import DEEDS
from sinergi.convene.letters import INVITATION
from sinergi.convene.tasks import due
from sinergi.core.introductions import Introduction, MenuItem

INTRODUCTION = Introduction(
    stage="convene",
    gates=GATES,
    public_urls="sinergi.convene.urls",
    working_urls="sinergi.convene.working_urls",
    public_menu=(MenuItem(_("Meetings"), "convene:list", 20),),
    turn_menu=(MenuItem(_("Meetings"), "convene_work:list", 20),),
    tasks=due,
    router=router,
    deeds=DEEDS,
    letters=(INVITATION,),
)
