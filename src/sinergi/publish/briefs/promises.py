"""Promises of earlier meetings and what came of them, as far as anyone may know."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from sinergi.act import words
from sinergi.act.panels import mark_of
from sinergi.act.queries import Progress, progress
from sinergi.act.rules import EvidenceLevel, Verdict
from sinergi.agree.models import Recommendation
from sinergi.agree.models.recommendations import RecommendationQuerySet
from sinergi.agree.queries import deferred_before
from sinergi.convene.models import Meeting
from sinergi.core.formats import tanggal, triwulan
from sinergi.core.marks import Mark
from sinergi.core.models import Bidang, Place
from sinergi.core.rules import Provenance
from sinergi.publish.briefs.parts import (
    Line,
    Listing,
    Part,
    language,
    listing,
    names,
)


def of_government(meeting: Meeting, place: Place, now: datetime) -> Part:
    """What was agreed and addressed to it; what is not done stands first."""
    adopted = list(_adopted(meeting).filter(addressees=place))
    found = progress(adopted, now)
    owed = [found[r.pk, place.pk] for r in adopted if (r.pk, place.pk) in found]
    return Part(
        title=_title(),
        said=tuple(_said(owed, now)),
        lists=(
            *listing(_("Promised"), (_promise(each, now) for each in _worst(owed))),
            *_deferred(deferred_before(meeting).filter(addressees=place)),
        ),
    )


def of_bidang(meeting: Meeting, bidang: Bidang, now: datetime) -> Part:
    """Every recommendation of the bidang, and which government stands where."""
    adopted = list(_adopted(meeting).filter(bidang=bidang))
    found = progress(adopted, now)
    return Part(
        title=_title(),
        said=tuple(_said(found.values(), now)),
        lists=(
            *listing(_("Promised"), (_standing(r, found, now) for r in adopted)),
            *_deferred(deferred_before(meeting).filter(bidang=bidang)),
        ),
    )


def _title() -> str:
    return _("Promised, and what came of it")


def _adopted(meeting: Meeting) -> RecommendationQuerySet:
    """Of earlier meetings, the newest first."""
    return (
        Recommendation.objects.with_locked_record()
        .filter(
            meeting__forum=meeting.forum_id, meeting__starts_on__lt=meeting.starts_on
        )
        .select_related("meeting__forum")
        .order_by("-meeting__starts_on", "reference")
    )


def _said(owed: Iterable[Progress], now: datetime) -> Iterator[str]:
    counted = Counter(mark_of(each, now) for each in owed)
    if not counted:
        yield _("No recommendation of an earlier meeting asks for anything here.")
        return
    told = ", ".join(
        f"{mark.label}: {number}" for mark, number in counted.most_common()
    )
    yield _("%(count)s asked for. %(told)s.") % {
        "count": str(counted.total()),
        "told": told,
    }


def _worst(owed: Iterable[Progress]) -> list[Progress]:
    """What waits for a plan, then what a reviewer found wanting, then the rest."""

    def rank(each: Progress) -> int:
        if each.awaited:
            return 0
        if each.verdict is None:
            return 2
        return 3 if Verdict(each.verdict.verdict) is Verdict.DONE else 1

    return sorted(owed, key=rank)


def _promise(each: Progress, now: datetime) -> Line:
    asked = each.recommendation
    return Line(
        text=f"{asked.reference} {asked.title}",
        detail="; ".join(_came_of(each)),
        kind=Provenance((each.commitment or asked).provenance),
        source=each.commitment.reference if each.commitment else asked.reference,
        mark=mark_of(each, now),
        url=reverse("act:commitment", args=[each.commitment.reference])
        if each.commitment
        else reverse("agree:recommendation", args=[asked.reference]),
    )


def _came_of(each: Progress) -> Iterator[str]:
    asked = each.recommendation
    if each.awaited:
        yield _("follow-up plan due %(day)s") % {
            "day": tanggal(each.awaited.last_moment.date(), language=language())
        }
    if each.health:
        yield str(words.HEALTH[each.health].label)
    if each.verdict:
        period = each.verdict.report.period
        yield _("report of %(quarter)s, evidence %(level)s") % {
            "quarter": triwulan(period.year, period.number, language()),
            "level": str(words.EVIDENCE[EvidenceLevel(each.verdict.evidence_level)]),
        }
    if asked.due_year and asked.due_quarter:
        yield _("agreed for %(quarter)s: %(target)s") % {
            "quarter": triwulan(asked.due_year, asked.due_quarter, language()),
            "target": asked.target or "–",
        }


def _standing(
    asked: Recommendation, found: dict[tuple[int, int], Progress], now: datetime
) -> Line:
    by_mark: dict[Mark, list[Place]] = defaultdict(list)
    for place in asked.addressed:
        each = found.get((asked.pk, place.pk))
        if each:
            by_mark[mark_of(each, now)].append(place)
    return Line(
        text=f"{asked.reference} {asked.title}",
        detail="; ".join(
            f"{mark.label}: {names(places)}" for mark, places in by_mark.items()
        ),
        kind=Provenance(asked.provenance),
        source=asked.meeting.title,
        url=reverse("agree:recommendation", args=[asked.reference]),
    )


def _deferred(found: Iterable[Recommendation]) -> tuple[Listing, ...]:
    return listing(
        _("Deferred, and back on the table"),
        (
            Line(
                text=f"{each.reference} {each.title}",
                detail=each.closed_because,
                kind=Provenance(each.provenance),
                source=each.meeting.title,
                mark=each.mark,
                url=reverse("agree_work:recommendation", args=[each.pk]),
            )
            for each in found
        ),
    )
