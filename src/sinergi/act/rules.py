"""Decisions of acting as pure functions."""

from enum import StrEnum


class CommitmentState(StrEnum):
    """A follow-up plan (RTL); before there is one, a query says it is awaited."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    RUNNING = "running"


class ReportState(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    REVIEWED = "reviewed"


class Verdict(StrEnum):
    """What the reviewer found (telaah)."""

    DONE = "done"
    PARTLY = "partly"
    NOT_YET = "not_yet"
    CANNOT = "cannot"


class EvidenceLevel(StrEnum):
    """0 none, 1 statement, 2 document or link, 3 verifiable public source."""

    NONE = "0"
    STATEMENT = "1"
    DOCUMENT = "2"
    PUBLIC = "3"
