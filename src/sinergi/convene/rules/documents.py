"""Who reads a document of an agenda item."""

from enum import StrEnum


class Readers(StrEnum):
    """Each kind of reader includes those before it."""

    MEMBERS = "members"
    GUESTS = "guests"
    PUBLIC = "public"


def guests_read(readers: Readers) -> bool:
    return readers in (Readers.GUESTS, Readers.PUBLIC)
