"""The stage introduces itself."""

from sinergi.act.access import GATES
from sinergi.core.introductions import Introduction

INTRODUCTION = Introduction(stage="act", gates=GATES)
