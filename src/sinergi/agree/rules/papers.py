"""The berita acara: its states, and what locking still lacks."""

from enum import StrEnum


class RecordState(StrEnum):
    DRAFT = "draft"
    LOCKED = "locked"


class Lack(StrEnum):
    """What a berita acara still lacks before it can be locked."""

    MEETING_CLOSED = "meeting_closed"
    ALL_CLOSED = "all_closed"
    ANY_ADOPTED = "any_adopted"
    QUORUM = "quorum"
    NUMBER = "number"


def lacks(
    *, meeting_closed: bool, still_open: int, adopted: int, quorate: bool, number: str
) -> list[Lack]:
    found = {
        Lack.MEETING_CLOSED: not meeting_closed,
        Lack.ALL_CLOSED: still_open > 0,
        Lack.ANY_ADOPTED: adopted == 0,
        Lack.QUORUM: not quorate,
        Lack.NUMBER: not number.strip(),
    }
    return [lack for lack, is_there in found.items() if is_there]
