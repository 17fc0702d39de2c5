"""Every way acting changes the world, one module a subject."""

from sinergi.act.acts.commitments import (
    Activityless,
    NotAwaited,
    WrongState,
    begin,
    refuse_unawaited,
    return_commitment,
    start_running,
    submit_commitment,
)
from sinergi.act.acts.reports import (
    NothingReported,
    QuarterClosed,
    QuarterRunning,
    Unexplained,
    refuse_running,
    submit_nil,
    submit_report,
)
from sinergi.act.acts.verdicts import (
    Unproven,
    accept_verdict,
    contest,
    return_report,
    review,
    settle,
)

__all__ = [
    "Activityless",
    "NotAwaited",
    "NothingReported",
    "QuarterClosed",
    "QuarterRunning",
    "Unexplained",
    "Unproven",
    "WrongState",
    "accept_verdict",
    "begin",
    "contest",
    "refuse_running",
    "refuse_unawaited",
    "return_commitment",
    "return_report",
    "review",
    "settle",
    "start_running",
    "submit_commitment",
    "submit_nil",
    "submit_report",
]
