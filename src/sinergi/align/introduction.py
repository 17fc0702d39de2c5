"""The stage introduces itself."""

from sinergi.align.access import GATES
from sinergi.core.introductions import Introduction

INTRODUCTION = Introduction(stage="align", gates=GATES)
