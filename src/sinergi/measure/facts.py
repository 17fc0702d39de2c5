"""Series and values as others published them: by a command, or by the walidata."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.models import Membership, Place
from sinergi.core.refusal import Refusal
from sinergi.measure import access, naming
from sinergi.measure.models import MethodVersion, PublishedValue, Series
from sinergi.measure.rules import INDEX, Direction, published_provenance


class OffScale(Refusal):
    """The value lies outside the scale of its series."""


class AlreadyPublished(Refusal):
    """This value is here already, and is another number."""


class NoSource(Refusal):
    """A published value without a source is hearsay."""


@dataclass(frozen=True)
class SeriesFact:
    """A published indicator: whose, on which scale, what it says and what not."""

    slug: str
    name: str
    short_name: str
    owner: str
    scale_min: Decimal
    scale_max: Decimal
    direction: Direction = Direction.HIGHER
    measures: str = ""
    limits: str = ""


@act
def register_series(
    fact: SeriesFact, *, at: datetime, by: Membership | None = None
) -> Series:
    """Register a series; registering it again changes nothing."""
    _require_walidata(by)
    known = Series.objects.filter(slug=fact.slug).first()
    if known:
        return known
    if fact.scale_min >= fact.scale_max:
        raise OffScale(_("The scale ends before it starts. Correct its ends."))
    series = Series.objects.create(
        slug=fact.slug,
        name=fact.name,
        short_name=fact.short_name,
        owner=fact.owner,
        scale_min=fact.scale_min,
        scale_max=fact.scale_max,
        direction=fact.direction,
        measures=fact.measures,
        limits=fact.limits,
    )
    after = {
        "owner": fact.owner,
        "scale": f"{fact.scale_min}–{fact.scale_max}",
    }
    ledger.record(
        "register_series", series, reference=fact.slug, by=by, at=at, after=after
    )
    return series


@act
def register_method(
    series: Series,
    *,
    code: str,
    name: str,
    at: datetime,
    note: str = "",
    by: Membership | None = None,
) -> MethodVersion:
    """Register a way the series is measured; values of two are never spliced."""
    _require_walidata(by)
    method, new = MethodVersion.objects.get_or_create(
        series=series, code=code, defaults={"name": name, "note": note}
    )
    if new:
        ledger.record(
            "register_method",
            method,
            reference=f"{series.slug}/{code}",
            by=by,
            at=at,
            after={"name": name, "note": note},
        )
    return method


@act
def publish_value(
    method: MethodVersion,
    *,
    place: Place,
    year: int,
    value: Decimal,
    source: str,
    at: datetime,
    measure: str = INDEX,
    decimals: int = 2,
    note: str = "",
    respondents: int | None = None,
    by: Membership | None = None,
) -> PublishedValue:
    """Write down a value as it was printed, with its source; once per year.

    The same value again changes nothing; another number is refused, see
    `correct_value`.
    """
    _require_walidata(by)
    _require_sound(method.series, value, source)
    known = PublishedValue.objects.filter(
        method=method, place=place, measure=measure, year=year
    ).first()
    if known and known.value == value:
        return known
    if known:
        raise AlreadyPublished(
            _(
                "%(series)s %(year)s of %(place)s is here as %(known)s, not %(value)s. "
                "Correct that entry, with the reason."
            )
            % {
                "series": method.series.short_name,
                "year": year,
                "place": place.name,
                "known": naming.number(known.value),
                "value": naming.number(value),
            }
        )
    published = PublishedValue.objects.create(
        method=method,
        place=place,
        measure=measure,
        year=year,
        value=value,
        decimals=decimals,
        source=source,
        note=note,
        respondents=respondents,
        provenance=published_provenance(by.provenance if by else None),
    )
    ledger.record(
        "publish_value",
        published,
        reference=_reference(published),
        by=by,
        at=at,
        after=_described(published),
    )
    return published


@act
def correct_value(
    published: PublishedValue,
    *,
    value: Decimal,
    source: str,
    reason: str,
    by: Membership,
    at: datetime,
) -> PublishedValue:
    """Put right a value that was copied wrongly; the ledger keeps the old one."""
    _require_walidata(by)
    _require_sound(published.method.series, value, source)
    before = _described(published)
    published.value, published.source = value, source
    published.provenance = published_provenance(by.provenance)
    published.save(update_fields=["value", "source", "provenance"])
    ledger.record(
        "correct_value",
        published,
        reference=_reference(published),
        by=by,
        at=at,
        before=before,
        after=_described(published),
        reason=reason,
    )
    return published


def _require_walidata(by: Membership | None) -> None:
    if by is not None:
        access.require_walidata(by)


def _require_sound(series: Series, value: Decimal, source: str) -> None:
    if not series.scale_min <= value <= series.scale_max:
        raise OffScale(
            _("%(value)s lies outside the scale of %(series)s, %(low)s to %(high)s.")
            % {
                "value": naming.number(value),
                "series": series.short_name,
                "low": naming.number(series.scale_min),
                "high": naming.number(series.scale_max),
            }
        )
    if not source.strip():
        raise NoSource(_("Say where the value was published."))


def _reference(published: PublishedValue) -> str:
    series = published.method.series.slug
    return f"{series}/{published.place.slug}/{published.measure}/{published.year}"


def _described(published: PublishedValue) -> dict[str, str]:
    return {"value": naming.plain(published.value), "source": published.source}
