"""Decisions of agreeing as pure functions."""

from enum import StrEnum


class State(StrEnum):
    """Deliberation of a recommendation only (coordination.md 5.2)."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    IN_GROUP = "in_group"
    AGREED_IN_GROUP = "agreed_in_group"
    IN_PLENARY = "in_plenary"
    ADOPTED = "adopted"
    ADOPTED_WITH_NOTES = "adopted_with_notes"
    DEFERRED = "deferred"
    WITHDRAWN = "withdrawn"


ADOPTED = frozenset({State.ADOPTED, State.ADOPTED_WITH_NOTES})


class Edit(StrEnum):
    """A substantive edit asks every government again; an editorial one does not."""

    SUBSTANTIVE = "substantive"
    EDITORIAL = "editorial"


class Stance(StrEnum):
    """Tanggapan daerah: a government's answer to one version of a text."""

    AGREE = "agree"
    AGREE_WITH_NOTE = "agree_with_note"
    NEEDS_DISCUSSION = "needs_discussion"
    OBJECT = "object"
    NO_OPINION = "no_opinion"
    ABSENT = "absent"
    NOT_CONCERNED = "not_concerned"


class RecordState(StrEnum):
    DRAFT = "draft"
    LOCKED = "locked"


class GuidelineState(StrEnum):
    COMPILED = "compiled"
    IN_FORCE = "in_force"
