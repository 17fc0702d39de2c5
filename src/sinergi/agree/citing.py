"""What can be cited: a short shelf of what is cited now and what a search finds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Q, When
from django.http import QueryDict

from sinergi.agree.grounds import Ground, of_figure, of_plan, of_value
from sinergi.agree.models import Recommendation
from sinergi.align.models import Plan
from sinergi.align.rules import PlanState
from sinergi.core.models import Place
from sinergi.measure.models import Figure, PublishedValue, Release
from sinergi.measure.rules import Group

# As many of each kind as one page can hold and a person can look through.
MOST = 30

Chosen = dict[str, list[Any]]


@dataclass(frozen=True)
class Item:
    """One thing on the shelf with its checkbox."""

    thing: Any
    ground: Ground
    is_cited: bool


@dataclass(frozen=True)
class Shelf:
    """Values, figures and plans in reach, those cited first."""

    query: str
    values: list[Item]
    figures: list[Item]
    plans: list[Item]
    left_off: Mapping[str, int]

    @classmethod
    def of(cls, recommendation: Recommendation, query: str) -> "Shelf":
        words = query.split()
        forum = recommendation.meeting.forum.members.all()
        whole = recommendation.meeting.forum.coordinator
        values = _searched(
            PublishedValue.objects.filter(
                Q(place__in=forum) | Q(place__children__in=forum)
            ).distinct(),
            words,
            "method__series__name",
            "method__series__short_name",
            "place__name",
            "measure",
            "year",
        ).select_related("method__series", "place")
        figures = _searched(
            Figure.objects.filter(
                government__in=forum,
                release__in=Release.objects.standing(),
                estimate__isnull=False,
            ),
            words,
            "release__title",
            "government__name",
            "measure",
            "group_value",
        ).select_related("release__wave__survey__forum__coordinator", "government")
        if not words:
            # Without a search only figures of everyone; groups are found by name.
            figures = figures.filter(group=Group.ALL.value)
        plans = _searched(
            Plan.objects.filter(government__in=forum, state=PlanState.PLANNED.value),
            words,
            "activity",
            "output",
            "government__name",
            "programme__name",
            "reference",
        ).select_related("government", "programme")
        if not words:
            plans = plans.filter(programme=recommendation.programme)
        return cls(
            query=query,
            values=_items(
                recommendation.cited_values.all(),
                values.order_by(_whole_first("place", whole), "-year"),
                of_value,
            ),
            figures=_items(
                recommendation.cited_figures.all(),
                figures.order_by(
                    _whole_first("government", whole),
                    "-release",
                    "government",
                    "measure",
                ),
                of_figure,
            ),
            plans=_items(recommendation.cited_plans.all(), plans, of_plan),
            left_off={
                "values": max(0, values.count() - MOST),
                "figures": max(0, figures.count() - MOST),
                "plans": max(0, plans.count() - MOST),
            },
        )


def picked(shelf: Shelf, ticked: QueryDict) -> tuple[Chosen, Chosen]:
    """What to cite and what to take away, of what was on the page (`shown`)."""
    chosen, shown = set(ticked.getlist("cite")), set(ticked.getlist("shown"))
    cite: Chosen = {"values": [], "figures": [], "plans": []}
    uncite: Chosen = {"values": [], "figures": [], "plans": []}
    for kind in cite:
        for item in getattr(shelf, kind):
            key = item.ground.key
            if key in chosen and not item.is_cited:
                cite[kind].append(item.thing)
            if key in shown - chosen and item.is_cited:
                uncite[kind].append(item.thing)
    return cite, uncite


def _whole_first(field: str, whole: Place) -> Case:
    """What is said of the whole forum before what is said of one of its members."""
    return Case(When(**{field: whole}, then=0), default=1)


def _searched(found: Any, words: Iterable[str], *fields: str) -> Any:
    """Every word has to be somewhere."""
    for word in words:
        found = found.filter(_either(_has(field, word) for field in fields))
    return found


def _has(field: str, word: str) -> Q:
    return Q(**{f"{field}__icontains": word})


def _either(questions: Iterable[Q]) -> Q:
    either = Q(pk=None)
    for question in questions:
        either |= question
    return either


def _items(cited: Any, found: Any, ground: Any) -> list[Item]:
    there: Mapping[int, Any] = {thing.pk: thing for thing in cited}
    more = [thing for thing in found[:MOST] if thing.pk not in there]
    return [
        *(Item(thing, ground(thing), True) for thing in there.values()),
        *(Item(thing, ground(thing), False) for thing in more),
    ]
