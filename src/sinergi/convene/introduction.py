"""The stage introduces itself."""

from sinergi.convene.access import GATES
from sinergi.core.introductions import Introduction

INTRODUCTION = Introduction(stage="convene", gates=GATES)
