"""Tables of acting, one module a subject."""

from sinergi.act.models.commitments import Activity, Commitment, QuarterTarget
from sinergi.act.models.reports import Achievement, Evidence, Report, Review

__all__ = [
    "Achievement",
    "Activity",
    "Commitment",
    "Evidence",
    "QuarterTarget",
    "Report",
    "Review",
]
