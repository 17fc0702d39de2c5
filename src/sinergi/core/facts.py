"""Reference facts of the core: loaded by commands, each a ledger entry."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.models import (
    Bidang,
    Forum,
    ForumMember,
    Office,
    Pillar,
    Place,
    PlaceCode,
)
from sinergi.core.rules import CodeSystem, Level


@dataclass(frozen=True)
class PlaceFact:
    """A place as a source describes it; `codes` maps a code system to its code."""

    slug: str
    name: str
    short_name: str
    level: Level
    codes: dict[CodeSystem, str]
    time_zone: str
    valid_from: date
    source: str
    parent: str | None = None
    tile: tuple[int, int] | None = None


@act
def register_place(fact: PlaceFact, *, at: datetime) -> Place:
    """Register a place and its codes; registering it again changes nothing."""
    known = Place.objects.filter(slug=fact.slug).first()
    if known:
        return known
    row, column = fact.tile or (None, None)
    place = Place.objects.create(
        slug=fact.slug,
        name=fact.name,
        short_name=fact.short_name,
        level=fact.level,
        parent=Place.objects.get(slug=fact.parent) if fact.parent else None,
        time_zone=fact.time_zone,
        valid_from=fact.valid_from,
        tile_row=row,
        tile_column=column,
        source=fact.source,
    )
    for system, code in fact.codes.items():
        PlaceCode.objects.create(
            place=place,
            system=system,
            code=code,
            valid_from=fact.valid_from,
            source=fact.source,
        )
    ledger.record(
        "register_place",
        place,
        reference=place.slug,
        by=None,
        at=at,
        after={"codes": {str(s): c for s, c in fact.codes.items()}},
    )
    return place


@act
def register_forum(
    *, slug: str, name: str, governments: Sequence[Place], at: datetime
) -> Forum:
    """Register a forum; the first government coordinates."""
    known = Forum.objects.filter(slug=slug).first()
    if known:
        return known
    forum = Forum.objects.create(slug=slug, name=name, coordinator=governments[0])
    for order, government in enumerate(governments):
        ForumMember.objects.create(forum=forum, government=government, order=order)
    seats = [government.slug for government in governments]
    ledger.record(
        "register_forum", forum, reference=slug, by=None, at=at, after={"seats": seats}
    )
    return forum


@act
def register_bidang(forum: Forum, *, code: str, name: str, at: datetime) -> Bidang:
    bidang, new = Bidang.objects.get_or_create(
        forum=forum,
        code=code,
        defaults={"name": name, "order": forum.bidang.count() + 1},
    )
    if new:
        ledger.record(
            "register_bidang",
            bidang,
            reference=f"{forum.slug}/{code}",
            by=None,
            at=at,
            after={"name": name},
        )
    return bidang


@act
def register_pillar(*, code: str, name: str, name_en: str, at: datetime) -> Pillar:
    pillar, new = Pillar.objects.get_or_create(
        code=code,
        defaults={
            "name": name,
            "name_en": name_en,
            "order": Pillar.objects.count() + 1,
        },
    )
    if new:
        ledger.record(
            "register_pillar",
            pillar,
            reference=code,
            by=None,
            at=at,
            after={"name": name},
        )
    return pillar


@act
def register_office(
    government: Place, *, name: str, verified: bool, source: str, at: datetime
) -> Office:
    office, new = Office.objects.get_or_create(
        government=government,
        name=name,
        defaults={"name_verified": verified, "source": source},
    )
    if new:
        ledger.record(
            "register_office",
            office,
            reference=government.slug,
            by=None,
            at=at,
            after={"name": name, "verified": verified},
        )
    return office
