"""Decisions of the core as pure functions: the chain of the ledger, and time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from sinergi.core.canonical import sha256

GENESIS = "0" * 64
# Longer than anybody serves.
YEARS_OF_OFFICE = 50
# The role of who acts through a personal link, without an account.
BY_LINK = "link"


class Level(StrEnum):
    """Level of a place in the administration of Indonesia."""

    NATION = "nation"
    PROVINCE = "province"
    REGENCY = "regency"
    CITY = "city"


class CodeSystem(StrEnum):
    """Who gives a place its code; the two systems disagree outside NTB."""

    KEMENDAGRI = "kemendagri"
    BPS = "bps"


class Role(StrEnum):
    """What a person does for a government while a membership lasts."""

    SECRETARIAT = "secretariat"
    HEAD = "head"
    OPERATOR = "operator"
    REVIEWER = "reviewer"
    INSPECTORATE = "inspectorate"
    STATISTICIAN = "statistician"
    # Checks participants in at the door of a meeting and sees nothing else.
    ATTENDANT = "attendant"
    ADMINISTRATOR = "administrator"


class Provenance(StrEnum):
    """Where a figure, document or record comes from; it survives copying."""

    PUBLISHED = "published"
    MEASURED = "measured"
    ENTERED = "entered"
    SIMULATED = "simulated"


@dataclass(frozen=True)
class PersonalLink:
    """What stands for the office of who acts through a link: whose link it was, and
    whether in a simulated meeting."""

    government: str
    provenance: Provenance


@dataclass(frozen=True)
class Link:
    """One event of the ledger as the chain sees it."""

    seq: int
    previous: str
    body: str
    hash: str


@dataclass(frozen=True)
class Break:
    """The first place where the chain does not hold, and why."""

    seq: int
    why: str


def link_hash(previous: str, body: str) -> str:
    return sha256(f"{previous}\n{body}")


def first_break(links: Iterable[Link]) -> Break | None:
    """Walk the chain in order; None when every event is in place and unchanged."""
    previous, expected = GENESIS, 1
    for link in links:
        if link.seq != expected:
            return Break(link.seq, "missing")
        if link.previous != previous:
            return Break(link.seq, "unlinked")
        if link.hash != link_hash(previous, link.body):
            return Break(link.seq, "changed")
        previous, expected = link.hash, expected + 1
    return None


def deadline(start: date, days: int, zone: str) -> datetime:
    """End of the last day to answer: 24:00 in the zone of the government that owes."""
    return datetime.combine(start + timedelta(days=days + 1), time.min, ZoneInfo(zone))


def last_deadline(day: date, zones: Iterable[str]) -> datetime:
    """The end of a day in the zone where it comes last."""
    return max(deadline(day, 0, zone) for zone in zones)


def last_moment(due_at: datetime) -> datetime:
    """The last moment of the last day, to be shown where 24:00 would read wrong."""
    return due_at - timedelta(seconds=1)


def holds(start: date, end: date | None, on: date) -> bool:
    """Whether a dated thing (membership, code, place) is valid on a day."""
    return start <= on and (end is None or on <= end)


def plausible_office(start: date, end: date | None, today: date) -> bool:
    """Whether somebody can hold an office on these days; a slip of the year cannot."""
    days = [start] if end is None else [start, end]
    return days == sorted(days) and all(
        abs(day.year - today.year) <= YEARS_OF_OFFICE for day in days
    )


def provenance_of(*, simulated: bool) -> Provenance:
    """What a simulated account makes is simulated, whatever it does."""
    return Provenance.SIMULATED if simulated else Provenance.ENTERED
