"""The stage introduces itself."""

from django.utils.translation import gettext_lazy as _

from sinergi.agree.access import GATES
from sinergi.agree.api import router
from sinergi.agree.deeds import DEEDS
from sinergi.agree.letters import KINDS
from sinergi.agree.panels import PANELS
from sinergi.agree.projected import PROJECTED
from sinergi.agree.tasks import due
from sinergi.agree.vetoes import VETOES
from sinergi.core.introductions import Introduction, MenuItem

_LABEL = _("Recommendations & Guideline")

INTRODUCTION = Introduction(
    stage="agree",
    gates=GATES,
    public_urls="sinergi.agree.urls",
    working_urls="sinergi.agree.working_urls",
    public_menu=(MenuItem(_LABEL, "agree:recommendations", 30),),
    turn_menu=(MenuItem(_LABEL, "agree_work:boards", 30),),
    panels=(*PANELS, *PROJECTED),
    vetoes=VETOES,
    tasks=due,
    router=router,
    deeds=DEEDS,
    letters=KINDS,
)
