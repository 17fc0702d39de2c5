"""The stage introduces itself."""

from sinergi.core.introductions import Introduction
from sinergi.publish.access import GATES

INTRODUCTION = Introduction(stage="publish", gates=GATES)
