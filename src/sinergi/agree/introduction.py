"""The stage introduces itself."""

from sinergi.agree.access import GATES
from sinergi.core.introductions import Introduction

INTRODUCTION = Introduction(stage="agree", gates=GATES)
