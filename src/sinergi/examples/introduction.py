"""The stage introduces itself."""

from sinergi.core.introductions import Introduction
from sinergi.examples.access import GATES

INTRODUCTION = Introduction(stage="examples", gates=GATES)
