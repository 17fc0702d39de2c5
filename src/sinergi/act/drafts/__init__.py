"""Drafts being typed: kept so that nothing is lost, without an entry in the ledger.

What counts is what is submitted; the act of submitting records it whole.
"""

from sinergi.act.drafts.activities import (
    AlreadyWritten,
    refuse_submitted,
    refuse_twin,
    remove_activity,
    save_activity,
    seen_of_activity,
    take_over,
)
from sinergi.act.drafts.evidence import (
    NoSuchPage,
    PageMissing,
    UnreadablePdf,
    attach,
    detach,
    page_missing,
)
from sinergi.act.drafts.reports import (
    open_report,
    refuse_sent,
    save_report,
    save_values,
    seen_of,
)

__all__ = [
    "AlreadyWritten",
    "NoSuchPage",
    "PageMissing",
    "UnreadablePdf",
    "attach",
    "detach",
    "open_report",
    "page_missing",
    "refuse_sent",
    "refuse_submitted",
    "refuse_twin",
    "remove_activity",
    "save_activity",
    "save_report",
    "save_values",
    "seen_of",
    "seen_of_activity",
    "take_over",
]
