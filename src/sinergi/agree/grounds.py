"""What a recommendation rests on, each with where it comes from and how sure it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sinergi.agree.models import Recommendation
from sinergi.align.models import Plan
from sinergi.core import formats
from sinergi.core.rules import Provenance
from sinergi.measure.coverage import whose
from sinergi.measure.models import Figure, PublishedValue
from sinergi.measure.naming import group_value, measures
from sinergi.measure.rules import Group


@dataclass(frozen=True)
class Ground:
    """One figure or plan as a page and a document show it."""

    key: str
    kind: Provenance
    label: str
    value: str
    detail: str
    source: str
    year: int | None = None
    is_plan: bool = False


def grounds_of(recommendation: Recommendation) -> list[Ground]:
    """Published values first, then measured figures, then plans."""
    return [
        *map(of_value, _values(recommendation)),
        *map(of_figure, _figures(recommendation)),
        *map(of_plan, recommendation.cited_plans.select_related("government")),
    ]


def of_value(value: PublishedValue) -> Ground:
    """As published: with year and source, and without an error of ours."""
    series = value.method.series
    return Ground(
        key=f"value-{value.pk}",
        kind=Provenance.PUBLISHED,
        label=f"{series.short_name} · {measures()(value.measure)} · {value.place.name}",
        value=formats.angka(value.value, value.decimals, _language()),
        detail=_("as published; its error was not published"),
        source=value.source,
        year=value.year,
    )


def of_figure(figure: Figure) -> Ground:
    """Measured: with its interval and the number of respondents."""
    parts = [measures()(figure.measure), whose(figure)]
    if figure.group_value:
        parts.append(group_value(Group(figure.group), figure.group_value))
    return Ground(
        key=f"figure-{figure.pk}",
        kind=Provenance(figure.release.provenance),
        label=" · ".join(parts),
        value=_number(figure.estimate),
        detail=_("95%% interval %(interval)s, %(n)s respondents")
        % {
            "interval": _interval(figure),
            "n": formats.angka(figure.n, None, _language()),
        },
        source=figure.release.title,
    )


def of_plan(plan: Plan) -> Ground:
    """A government's plan: what it does and with what money."""
    money = (
        _("budget not stated yet")
        if plan.budget is None
        else formats.rupiah(plan.budget, True, _language())
    )
    return Ground(
        key=f"plan-{plan.pk}",
        kind=Provenance(plan.provenance),
        label=f"{plan.government.name} · {plan.activity}",
        value=money,
        detail=plan.output,
        source=plan.reference,
        year=plan.year,
        is_plan=True,
    )


def _values(recommendation: Recommendation) -> Iterator[PublishedValue]:
    cited = recommendation.cited_values.select_related("method__series", "place")
    return cited.iterator()


def _figures(recommendation: Recommendation) -> Iterator[Figure]:
    return recommendation.cited_figures.select_related(
        "release__wave__survey__forum__coordinator", "government"
    ).iterator()


def _interval(figure: Figure) -> str:
    if figure.ci_low is None or figure.ci_high is None:
        return "–"
    return formats.selang(figure.ci_low, figure.ci_high, 2, _language())


def _number(estimate: float | None) -> str:
    return "–" if estimate is None else formats.angka(estimate, 2, _language())


def _language() -> str:
    return (get_language() or "id")[:2]
