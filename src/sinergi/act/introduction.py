"""Acting introduces itself."""

from django.utils.translation import gettext_lazy as _

from sinergi.act import panels
from sinergi.act.access import GATES
from sinergi.act.api import router
from sinergi.act.deeds import DEEDS
from sinergi.act.tasks import due_from
from sinergi.act.vetoes import VETOES
from sinergi.core.introductions import Introduction, MenuItem, Panel

INTRODUCTION = Introduction(
    stage="act",
    gates=GATES,
    public_urls="sinergi.act.urls",
    working_urls="sinergi.act.working_urls",
    turn_menu=(MenuItem(_("Follow-up"), "act_work:overview", 40),),
    panels=(
        Panel("agree.recommendation", panels.on_recommendation, order=20),
        Panel("agree.clause", panels.on_clause, order=20),
        Panel("agree.last_record", panels.on_last_record, order=20),
    ),
    vetoes=VETOES,
    tasks=due_from,
    router=router,
    deeds=DEEDS,
)
