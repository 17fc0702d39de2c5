"""Publishing introduces itself."""

from django.utils.translation import gettext_lazy as _

from sinergi.core.introductions import Introduction, MenuItem, Panel
from sinergi.publish import panels
from sinergi.publish.access import GATES
from sinergi.publish.api import router

INTRODUCTION = Introduction(
    stage="publish",
    gates=GATES,
    public_urls="sinergi.publish.urls",
    working_urls="sinergi.publish.working_urls",
    public_menu=(
        MenuItem(_("Follow-up"), "publish:progress", 40),
        MenuItem(_("Data"), "publish:data", 60),
    ),
    turn_menu=(MenuItem(_("Data"), "publish:data", 60),),
    panels=(
        Panel("agree.recommendation", panels.on_recommendation, order=30),
        Panel("convene.meeting.work", panels.on_meeting_work, order=5),
    ),
    router=router,
)
