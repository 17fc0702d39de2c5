"""Resting a recommendation on figures, published values and plans."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from sinergi.agree import access
from sinergi.agree.acts.texts import refuse_standing_still
from sinergi.agree.models import Recommendation
from sinergi.align.models import Plan
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.models import Membership
from sinergi.core.refusal import NotAllowed, Refusal
from sinergi.measure.models import Figure, PublishedValue
from sinergi.measure.rules import ReleaseState


class AlreadyAnswered(Refusal):
    """Governments have answered to the grounds as they are."""


class NotPublic(Refusal):
    """A figure of a release that is not out yet cannot carry a recommendation."""


@act
def cite(
    recommendation: Recommendation,
    *,
    by: Membership,
    at: datetime,
    figures: Sequence[Figure] = (),
    values: Sequence[PublishedValue] = (),
    plans: Sequence[Plan] = (),
) -> Recommendation:
    """Rest the recommendation on figures, published values and plans."""
    _refuse_citing(recommendation, by)
    for figure in figures:
        if ReleaseState(figure.release.state) is not ReleaseState.RELEASED:
            raise NotPublic(
                _("“%(release)s” is not released yet; cite its figures once it is.")
                % {"release": figure.release.title}
            )
        if figure.estimate is None:
            raise NotPublic(
                _("This figure of %(place)s is withheld: too few respondents.")
                % {"place": figure.government.name}
            )
    recommendation.cited_figures.add(*figures)
    recommendation.cited_values.add(*values)
    recommendation.cited_plans.add(*plans)
    _record_grounds("cite", recommendation, (figures, values, plans), by, at)
    return recommendation


@act
def uncite(
    recommendation: Recommendation,
    *,
    by: Membership,
    at: datetime,
    figures: Sequence[Figure] = (),
    values: Sequence[PublishedValue] = (),
    plans: Sequence[Plan] = (),
) -> Recommendation:
    """Take grounds away again."""
    _refuse_citing(recommendation, by)
    recommendation.cited_figures.remove(*figures)
    recommendation.cited_values.remove(*values)
    recommendation.cited_plans.remove(*plans)
    _record_grounds("uncite", recommendation, (figures, values, plans), by, at)
    return recommendation


def _refuse_citing(recommendation: Recommendation, by: Membership) -> None:
    refuse_standing_still(recommendation)
    if not access.may_write(by, recommendation):
        raise NotAllowed(
            _("Grounds are given by the proposer; after submission by the group.")
        )
    answered = recommendation.current.positions.filter(is_start=False).count()
    if answered:
        raise AlreadyAnswered(
            _(
                "%(count)d governments have answered this version, and its grounds are "
                "part of what they answered to. Write a substantive version first: it "
                "asks them again."
            )
            % {"count": answered}
        )


def _record_grounds(
    action: str,
    recommendation: Recommendation,
    grounds: tuple[Sequence[Any], Sequence[Any], Sequence[Any]],
    by: Membership,
    at: datetime,
) -> None:
    figures, values, plans = grounds
    ledger.record(
        action,
        recommendation,
        reference=recommendation.ledger_reference,
        by=by,
        at=at,
        after={
            "figures": [str(figure) for figure in figures],
            "values": [str(value) for value in values],
            "plans": [plan.reference for plan in plans],
        },
    )
