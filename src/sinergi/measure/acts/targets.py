"""Targets: what a government means to reach, by year."""

from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.models import Membership, Place
from sinergi.core.refusal import NotAllowed, Refusal
from sinergi.measure import access, naming
from sinergi.measure.models import Series, Target
from sinergi.measure.rules import INDEX


class TargetOffScale(Refusal):
    """The target lies outside the scale of its series."""


@act
def set_target(
    *,
    series: Series,
    government: Place,
    year: int,
    value: Decimal,
    basis: str,
    by: Membership,
    at: datetime,
    measure: str = INDEX,
) -> Target:
    """Set or change a target; the ledger keeps what it was before."""
    if not access.sets_target(by, government):
        raise NotAllowed(
            _("Only %(government)s or the walidata of its forum set this target.")
            % {"government": government.name}
        )
    if not series.scale_min <= value <= series.scale_max:
        raise TargetOffScale(
            _("%(value)s lies outside the scale of %(series)s, %(low)s to %(high)s.")
            % {
                "value": naming.number(value),
                "series": series.short_name,
                "low": naming.number(series.scale_min),
                "high": naming.number(series.scale_max),
            }
        )
    known = Target.objects.filter(
        series=series, government=government, measure=measure, year=year
    ).first()
    before = _described(known) if known else None
    target, _new = Target.objects.update_or_create(
        series=series,
        government=government,
        measure=measure,
        year=year,
        defaults={"value": value, "basis": basis, "provenance": by.provenance},
    )
    ledger.record(
        "set_target",
        target,
        reference=f"{series.slug}/{government.slug}/{measure}/{year}",
        by=by,
        at=at,
        before=before,
        after=_described(target),
    )
    return target


def _described(target: Target) -> dict[str, str]:
    return {"value": naming.plain(target.value), "basis": target.basis}
