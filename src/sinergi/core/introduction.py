"""The core introduces itself."""

from sinergi.core.access import GATES
from sinergi.core.commands import COMMANDS
from sinergi.core.introductions import Introduction

INTRODUCTION = Introduction(
    stage="core", gates=GATES, public_urls="sinergi.core.urls", commands=COMMANDS
)
