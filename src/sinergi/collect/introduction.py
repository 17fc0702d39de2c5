"""The stage introduces itself."""

from sinergi.collect.access import GATES
from sinergi.collect.commands import COMMANDS
from sinergi.collect.deeds import DEEDS
from sinergi.collect.tasks import tasks
from sinergi.core.introductions import Introduction

INTRODUCTION = Introduction(
    stage="collect",
    gates=GATES,
    working_urls="sinergi.collect.urls",
    tasks=tasks,
    commands=COMMANDS,
    deeds=DEEDS,
)
