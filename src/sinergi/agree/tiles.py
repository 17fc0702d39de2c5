"""Every government's answer to one version, as the tiles of a page."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sinergi.agree import queries, words
from sinergi.agree.models import Position, Version
from sinergi.agree.rules import Stance
from sinergi.core.models import Place

AGREEING = frozenset({Stance.AGREE, Stance.AGREE_WITH_NOTE})


def answers(version: Version) -> list[dict[str, Any]]:
    """One tile a government, in the order of the forum's seats; none before anyone
    was asked."""
    positions = queries.positions_of(version)
    if not _is_asked(version, positions):
        return []
    addressed = addressees_of(version)
    return [
        _tile(place, positions.get(place.pk), addressed)
        for place in version.recommendation.meeting.forum.governments()
    ]


def summary(version: Version) -> str:
    """How many of those concerned agree, as one sentence."""
    positions = queries.positions_of(version)
    if not _is_asked(version, positions):
        return _("No government has been asked to answer this version.")
    forum = version.recommendation.meeting.forum.governments()
    concerned = [
        place
        for place in forum
        if place.pk not in positions
        or positions[place.pk].stance != Stance.NOT_CONCERNED
    ]
    agreeing = [
        place
        for place in concerned
        if place.pk in positions and Stance(positions[place.pk].stance) in AGREEING
    ]
    return ngettext(
        "%(agreeing)d of %(concerned)d government concerned agrees",
        "%(agreeing)d of %(concerned)d governments concerned agree",
        len(concerned),
    ) % {"agreeing": len(agreeing), "concerned": len(concerned)}


def _is_asked(version: Version, positions: Mapping[int, Position]) -> bool:
    """Answers are asked for from the group's first reading on."""
    recommendation = version.recommendation
    is_current = version.pk == recommendation.current.pk
    return bool(positions) or (is_current and recommendation.is_open_to_positions)


def addressees_of(version: Version) -> Mapping[int, Place]:
    return {place.pk: place for place in version.recommendation.addressees.all()}


def _tile(
    place: Place, position: Position | None, addressed: Mapping[int, Place]
) -> dict[str, Any]:
    notes = [_("addressed")] if place.pk in addressed else []
    if position and position.note:
        notes.append(f"“{position.note}”")
    if position and position.is_recorded_by_secretariat:
        notes.append(_("recorded by the secretariat"))
    if position and position.mandate:
        notes.append(
            _("on behalf of %(office)s, mandate %(number)s")
            % {"office": position.mandate.office, "number": position.mandate.number}
        )
    if position and position.is_carried_over:
        notes.append(_("carried over from the version before"))
    return {
        "name": place.short_name or place.name,
        "mark": position.mark if position else words.UNANSWERED,
        "note": " · ".join(notes),
    }
