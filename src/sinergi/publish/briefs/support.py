"""Requests for help that are not settled, and who could help."""

from collections.abc import Iterable, Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from sinergi.align.covering import covering
from sinergi.align.models import HelpRequest
from sinergi.core.models import Bidang, Forum, Place
from sinergi.core.rules import Provenance
from sinergi.publish.briefs.parts import Line, Listing, Part, listing, names


def of_government(forum: Forum, place: Place) -> Part:
    """What it asks for, and what it could help others with."""
    asked = _live(forum)
    could = covering(forum, asked)
    own = [each for each in asked if each.government == place]
    others = [each for each in asked if place in could[each.pk]]
    return _part(
        (
            *listing(_("Needs help"), (_line(each, could[each.pk]) for each in own)),
            *listing(
                _("Could help"),
                (_line(each, could[each.pk]) for each in others),
                is_minor=True,
            ),
        )
    )


def of_bidang(forum: Forum, bidang: Bidang) -> Part:
    asked = [each for each in _live(forum) if bidang in each.programme.bidang.all()]
    could = covering(forum, asked)
    return _part(
        listing(_("Needs help"), (_line(each, could[each.pk]) for each in asked))
    )


def _live(forum: Forum) -> list[HelpRequest]:
    found = HelpRequest.objects.of_forum(forum).live()
    related = found.prefetch_related("programme__bidang").with_answers()
    return list(related.order_by("asked_at", "pk"))


def _part(lists: tuple[Listing, ...]) -> Part:
    none = _("No request for help is open here.")
    return Part(
        title=_("Help: who needs it, who could give it"),
        said=() if lists else (none,),
        lists=lists,
    )


def _line(each: HelpRequest, could: list[Place]) -> Line:
    return Line(
        text=f"{each.government.short_name}: {each.programme.label}, {each.year}",
        detail="; ".join(_told(each, could)),
        kind=Provenance(each.provenance),
        source=each.reference,
        mark=each.mark,
        url=reverse("align_work:request", args=[each.reference]),
    )


def _told(each: HelpRequest, could: Iterable[Place]) -> Iterator[str]:
    planning = list(could)
    if planning:
        yield _("plan for the same: %(names)s") % {"names": names(planning)}
    else:
        yield _("no other government plans for it")
    yield each.text
