"""Who may do what here: gates by page, predicates by object."""

from collections.abc import Mapping

from sinergi.core.access import Gate

GATES: Mapping[str, Gate] = {}
