"""The story of a recommendation: one timeline from the figure to the last verdict."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from sinergi.act import queries, words
from sinergi.act.models import Commitment
from sinergi.agree.models import Guideline, Recommendation
from sinergi.agree.rules import GuidelineState, RecordState
from sinergi.core.formats import triwulan
from sinergi.core.marks import Mark
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
        *_agreement(recommendation),
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
                text=version.reason,
            )


def _agreement(recommendation: Recommendation) -> Iterator[Event]:
    yield Event(
        recommendation.adopted_at,
        _("Adopted"),
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
    guideline = Guideline.objects.filter(
        record=record, state=GuidelineState.IN_FORCE.value
    ).first()
    if guideline:
        yield Event(
            None,
            _("Guideline in force"),
            text=guideline.title,
            on=guideline.in_force_on,
        )


def _follow_up(recommendation: Recommendation, now: datetime) -> Iterator[Event]:
    running = Commitment.objects.for_pages().running()
    for commitment in running.filter(recommendation=recommendation):
        name = commitment.government.name
        yield Event(
            commitment.running_at,
            _("Follow-up plan runs"),
            who=name,
            url=reverse("act:commitment", args=[commitment.reference]),
        )
        for report in commitment.reports.all():
            verdict = report.verdict()
            if verdict is None or not report.is_final_on(now):
                continue
            yield Event(
                verdict.reviewed_at,
                _("Report %(quarter)s reviewed")
                % {"quarter": triwulan(report.year, report.quarter)},
                who=name,
                mark=verdict.mark,
            )
    for each in queries.awaited(recommendation.meeting.forum):
        if each.recommendation.pk == recommendation.pk:
            overdue = each.is_overdue(now)
            yield Event(
                each.last_moment,
                _("Follow-up plan due"),
                who=each.government.name,
                mark=words.OVERDUE if overdue else words.AWAITING,
                future=not overdue,
            )


def _release_url(release: Release) -> Any:
    if release.state != ReleaseState.RELEASED:
        return ""
    return reverse("measure:release", args=[release.slug])
