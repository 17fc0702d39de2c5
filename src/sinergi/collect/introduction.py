"""The stage introduces itself."""

from sinergi.collect.access import GATES
from sinergi.core.introductions import Introduction

INTRODUCTION = Introduction(stage="collect", gates=GATES)
