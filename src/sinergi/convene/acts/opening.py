"""The order of opening: which office speaks, represented by whom."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from sinergi.convene import guards
from sinergi.convene.models import Meeting, Opening
from sinergi.convene.rules import Part
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.models import Membership
from sinergi.core.order import next_order, shift
from sinergi.core.refusal import Refusal
from sinergi.letters.rules import HeldAs


class AlreadyInOpening(Refusal):
    """The same entry is in the order of opening."""


@act
def add_opening(
    meeting: Meeting,
    *,
    title: str,
    office: str,
    held_as: HeldAs = HeldAs.DEFINITE,
    represented_by: str = "",
    by: Membership,
    at: datetime,
) -> Opening:
    """Add an entry at the end of the order of opening."""
    guards.secretariat_changes(Part.PROGRAMME, meeting, by)
    _refuse_twin(meeting, title, office, represented_by)
    opening = Opening.objects.create(
        meeting=meeting,
        order=next_order(meeting.openings.all()),
        title=title,
        office=office,
        held_as=held_as.value,
        represented_by=represented_by,
    )
    _record("add_opening", opening, by=by, at=at, after=_described(opening))
    return opening


@act
def move_opening(
    opening: Opening, *, up: bool, by: Membership, at: datetime
) -> Opening:
    """One place up or down; at the end it stays where it is."""
    guards.secretariat_changes(Part.PROGRAMME, opening.meeting, by)
    moved = shift(opening.meeting.openings.all(), opening, up=up)
    _record("move_opening", opening, by=by, at=at, **moved)
    return opening


@act
def remove_opening(opening: Opening, *, by: Membership, at: datetime) -> None:
    guards.secretariat_changes(Part.PROGRAMME, opening.meeting, by)
    _record("remove_opening", opening, by=by, at=at, before=_described(opening))
    opening.delete()


def _refuse_twin(
    meeting: Meeting, title: str, office: str, represented_by: str
) -> None:
    """A form sent twice makes one entry."""
    if meeting.openings.filter(
        title__iexact=title,
        office__iexact=office,
        represented_by__iexact=represented_by,
    ).exists():
        raise AlreadyInOpening(
            _(
                "“%(title)s” by “%(office)s” is in the order of opening already. Write "
                "what is different about this one."
            )
            % {"title": title, "office": office}
        )


def _record(
    action: str,
    opening: Opening,
    *,
    by: Membership,
    at: datetime,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> None:
    ledger.record(
        action,
        opening,
        reference=f"{opening.meeting.slug}/{opening.pk}",
        by=by,
        at=at,
        before=before,
        after=after,
    )


def _described(opening: Opening) -> dict[str, str]:
    # Who represents the office is free text and may hold a name: not kept here.
    return guards.text(
        {
            "title": opening.title,
            "office": opening.office,
            "held_as": opening.held_as,
            "order": opening.order,
        }
    )
