"""The examples introduce themselves: commands only, they have no page."""

from sinergi.core.introductions import Introduction
from sinergi.examples.access import GATES
from sinergi.examples.commands import COMMANDS

INTRODUCTION = Introduction(stage="examples", gates=GATES, commands=COMMANDS)
