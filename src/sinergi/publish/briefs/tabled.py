"""Recommendations before the meeting that are not decided; drafts are not before it."""

from collections.abc import Iterable

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from sinergi.agree.models import Recommendation
from sinergi.agree.models.recommendations import RecommendationQuerySet
from sinergi.convene.models import Meeting
from sinergi.core.formats import triwulan
from sinergi.core.models import Bidang, Place
from sinergi.core.rules import Provenance
from sinergi.publish.briefs.parts import Line, Part, language, listing, names


def of_government(meeting: Meeting, place: Place) -> Part:
    """What asks something of it, or what it proposes."""
    wanted = Q(addressees=place) | Q(proposer=place)
    return _part(_open(meeting).filter(wanted).distinct())


def of_bidang(meeting: Meeting, bidang: Bidang) -> Part:
    return _part(_open(meeting).filter(bidang=bidang))


def _open(meeting: Meeting) -> RecommendationQuerySet:
    found = Recommendation.objects.filter(meeting=meeting).still_open().for_pages()
    return found.order_by("bidang__order", "reference")


def _part(found: Iterable[Recommendation]) -> Part:
    lists = listing(_("Before the meeting"), (_line(each) for each in found))
    none = _("Nothing has been submitted to this meeting yet.")
    return Part(
        title=_("Open recommendations"), said=() if lists else (none,), lists=lists
    )


def _line(each: Recommendation) -> Line:
    asked = [
        _("proposed by %(place)s") % {"place": each.proposer.short_name},
        _("asks %(names)s") % {"names": names(each.addressed)},
    ]
    if each.due_year and each.due_quarter:
        asked.append(triwulan(each.due_year, each.due_quarter, language()))
    return Line(
        text=f"{each.reference} {each.title}",
        detail="; ".join(asked),
        kind=Provenance(each.provenance),
        source=each.bidang.name,
        mark=each.mark,
        url=reverse("agree_work:recommendation", args=[each.pk]),
    )
