"""The story of a recommendation: one timeline from the figure to the last verdict."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from sinergi.act import queries, words
from sinergi.act.models import Commitment, Review
from sinergi.act.rules import Quarter, Verdict, Waiting
from sinergi.agree.models import Guideline, Recommendation
from sinergi.agree.rules import RecordState
from sinergi.core.formats import triwulan
from sinergi.core.marks import Mark
from sinergi.core.models import Place
from sinergi.measure.models import Release
from sinergi.measure.rules import ReleaseState


@dataclass(frozen=True)
class Event:
    """One thing that happened, as the timeline component reads it."""

    at: datetime | None
    title: str
    text: str = ""
    who: str = ""
    url: str = ""
    mark: Mark | None = None
    on: date | None = None
    future: bool = False

    @property
    def when(self) -> date:
        if self.on:
            return self.on
        return timezone.localdate(self.at) if self.at else date.max


def story(recommendation: Recommendation, now: datetime) -> list[Event]:
    """Everything that may be told today, in the order it happened."""
    told = [
        *_grounds(recommendation),
        *_deliberation(recommendation),
        *_agreement(recommendation, now),
        *_follow_up(recommendation, now),
    ]
    return sorted(told, key=lambda event: event.when)


def _grounds(recommendation: Recommendation) -> Iterator[Event]:
    figures = recommendation.cited_figures.select_related("release__wave")
    for release in {figure.release for figure in figures}:
        yield Event(
            release.released_at,
            _("Figures released"),
            text=release.title,
            url=_release_url(release),
        )
    plans = list(recommendation.cited_plans.select_related("government"))
    if plans:
        names = ", ".join(sorted({plan.government.name for plan in plans}))
        yield Event(
            max(plan.entered_at for plan in plans),
            _("Plans this rests on were entered"),
            who=names,
        )


def _deliberation(recommendation: Recommendation) -> Iterator[Event]:
    yield Event(
        recommendation.created_at,
        _("Proposed"),
        who=recommendation.proposer.name,
    )
    for version in recommendation.versions.order_by("number"):
        if version.number > 1:
            yield Event(
                version.written_at,
                _("Version %(number)d written") % {"number": version.number},
            )


def _agreement(recommendation: Recommendation, now: datetime) -> Iterator[Event]:
    yield Event(
        recommendation.adopted_at,
        _("Decided in plenary"),
        text=recommendation.meeting.title,
        mark=recommendation.mark,
    )
    record = recommendation.meeting.record
    if record.state == RecordState.LOCKED and record.document:
        yield Event(
            record.locked_at,
            _("Berita acara locked"),
            text=record.number,
            url=reverse("core:document", args=[record.document.code]),
        )
    guideline = Guideline.objects.determined().filter(record=record).first()
    if guideline:
        today = recommendation.meeting.today(now)
        begun = guideline.in_force_on is not None and guideline.in_force_on <= today
        yield Event(
            None,
            _("Guideline in force") if begun else _("Guideline comes into force"),
            text=guideline.title,
            on=guideline.in_force_on,
            future=not begun,
        )
        if guideline.withdrawn_on:
            yield Event(
                None,
                _("Guideline repealed"),
                text=guideline.withdrawn_because,
                on=guideline.withdrawn_on,
                future=guideline.withdrawn_on > today,
            )


def _follow_up(recommendation: Recommendation, now: datetime) -> Iterator[Event]:
    """Eleven governments make one event a step, not eleven."""
    plans = list(
        Commitment.objects.for_pages()
        .running()
        .filter(recommendation=recommendation)
        .order_by("running_at")
    )
    if plans:
        yield Event(
            plans[-1].running_at,
            _("Follow-up plans run: %(count)d of %(addressed)d")
            % {"count": len(plans), "addressed": recommendation.addressees.count()},
            who=_names(plan.government for plan in plans),
        )
    yield from _verdicts(plans, now)
    yield from _awaited(recommendation, now)


def _verdicts(plans: list[Commitment], now: datetime) -> Iterator[Event]:
    """One event a quarter: which verdicts stand, for whom."""
    found: dict[Quarter, list[Review]] = defaultdict(list)
    for report in (report for plan in plans for report in plan.reports.all()):
        verdict = report.verdict()
        if verdict and report.is_final_on(now):
            found[report.period].append(verdict)
    for quarter, reviews in found.items():
        by_verdict = [
            f"{words.VERDICT[verdict].label}: "
            + _names(
                review.report.commitment.government
                for review in reviews
                if review.verdict == verdict
            )
            for verdict in Verdict
            if any(review.verdict == verdict for review in reviews)
        ]
        yield Event(
            max(review.reviewed_at for review in reviews),
            _("Reports of %(quarter)s reviewed")
            % {"quarter": triwulan(quarter.year, quarter.number)},
            text="; ".join(by_verdict),
        )


def _awaited(recommendation: Recommendation, now: datetime) -> Iterator[Event]:
    """Follow-up plans that do not run: due on one day, or overdue since."""
    found: dict[tuple[datetime, Waiting], list[Place]] = defaultdict(list)
    for each in queries.awaited(recommendation.meeting.forum):
        if each.recommendation.pk == recommendation.pk:
            found[each.last_moment, each.waiting(now)].append(each.government)
    for (moment, waiting), governments in found.items():
        yield Event(
            moment,
            _("Follow-up plan due"),
            who=_names(governments),
            mark=words.WAITING[waiting],
            future=now <= moment,
        )


def _names(places: Iterable[Place]) -> str:
    return ", ".join(place.short_name for place in places)


def _release_url(release: Release) -> Any:
    if release.state != ReleaseState.RELEASED:
        return ""
    return reverse("measure:release", args=[release.slug])
