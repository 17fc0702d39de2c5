"""The stage introduces itself."""

from sinergi.core.introductions import Introduction
from sinergi.measure.access import GATES

INTRODUCTION = Introduction(stage="measure", gates=GATES)
