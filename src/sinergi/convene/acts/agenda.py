"""The agenda of a session, item by item, in its order."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from sinergi.convene import guards
from sinergi.convene.acts.freshness import refuse_overtaken
from sinergi.convene.models import AgendaItem, Session
from sinergi.convene.rules import Part
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.models import Membership
from sinergi.core.order import next_order, rearrange, shift
from sinergi.core.refusal import Refusal


class AgendaChanged(Refusal):
    """The order is of an agenda that has changed meanwhile."""


class HasDocuments(Refusal):
    """An item to which documents belong stays on the agenda."""


class NoMinutes(Refusal):
    """An agenda item takes at least one minute."""


class AlreadyOnAgenda(Refusal):
    """The item at the end of the agenda says the same."""


@act
def add_agenda_item(
    session: Session,
    *,
    title: str,
    minutes: int,
    presenter: str = "",
    by: Membership,
    at: datetime,
) -> AgendaItem:
    """Add an item at the end of the session's agenda."""
    guards.secretariat_changes(Part.PROGRAMME, session.meeting, by)
    _check_minutes(minutes)
    _refuse_twin(session, title=title, minutes=minutes, presenter=presenter)
    item = AgendaItem.objects.create(
        session=session,
        order=next_order(session.agenda.all()),
        title=title,
        minutes=minutes,
        presenter=presenter,
    )
    _record("add_agenda_item", item, by=by, at=at, after=_described(item))
    return item


@act
def change_agenda_item(
    item: AgendaItem,
    *,
    title: str,
    minutes: int,
    presenter: str = "",
    by: Membership,
    at: datetime,
    seen: str = "",
) -> AgendaItem:
    """Say something else; `seen` is the stamp of the item as the page showed it."""
    meeting = item.session.meeting
    guards.secretariat_changes(Part.PROGRAMME, meeting, by)
    _check_minutes(minutes)
    item.refresh_from_db()
    wanted = {"title": title, "minutes": minutes, "presenter": presenter}
    refuse_overtaken(item, wanted, seen=seen, zone=meeting.zone)
    before = _described(item)
    item.title, item.minutes, item.presenter = title, minutes, presenter
    item.save()
    _record(
        "change_agenda_item", item, by=by, at=at, before=before, after=_described(item)
    )
    return item


@act
def move_agenda_item(
    item: AgendaItem, *, up: bool, by: Membership, at: datetime
) -> AgendaItem:
    """One place up or down in its session; at the end it stays where it is."""
    guards.secretariat_changes(Part.PROGRAMME, item.session.meeting, by)
    moved = shift(item.session.agenda.all(), item, up=up)
    _record("move_agenda_item", item, by=by, at=at, **moved)
    return item


@act
def order_agenda(
    session: Session, *, order: Sequence[int], by: Membership, at: datetime
) -> Session:
    """Put all items of a session in a new order at once."""
    guards.secretariat_changes(Part.PROGRAMME, session.meeting, by)
    ordered = rearrange(session.agenda.all(), order)
    if ordered is None:
        raise AgendaChanged(
            _(
                "The agenda of “%(session)s” was changed by somebody else meanwhile. "
                "Look at it as it is now, and move the item again."
            )
            % {"session": session}
        )
    ledger.record(
        "order_agenda",
        session,
        reference=f"{session.meeting.slug}/{session.pk}",
        by=by,
        at=at,
        before=ordered["before"],
        after=ordered["after"],
    )
    return session


@act
def remove_agenda_item(item: AgendaItem, *, by: Membership, at: datetime) -> None:
    guards.secretariat_changes(Part.PROGRAMME, item.session.meeting, by)
    if item.documents.exists():
        raise HasDocuments(
            _(
                "Documents were put to “%(item)s”, and they stay on record. Change "
                "the item instead of removing it."
            )
            % {"item": item}
        )
    _record("remove_agenda_item", item, by=by, at=at, before=_described(item))
    item.delete()


def _refuse_twin(session: Session, *, title: str, minutes: int, presenter: str) -> None:
    """A form sent twice makes one item; a break may well stand there twice, apart."""
    last = session.agenda.order_by("order").last()
    if last and (last.title, last.minutes, last.presenter) == (
        title,
        minutes,
        presenter,
    ):
        raise AlreadyOnAgenda(
            _(
                "“%(title)s” with %(minutes)d minutes already stands at the end of "
                "this agenda. Change that item, or give this one another title."
            )
            % {"title": title, "minutes": minutes}
        )


def _check_minutes(minutes: int) -> None:
    if minutes < 1:
        raise NoMinutes(_("An agenda item takes at least one minute."))


def _record(
    action: str,
    item: AgendaItem,
    *,
    by: Membership,
    at: datetime,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> None:
    ledger.record(
        action,
        item,
        reference=f"{item.session.meeting.slug}/{item.session_id}/{item.pk}",
        by=by,
        at=at,
        before=before,
        after=after,
    )


def _described(item: AgendaItem) -> dict[str, str]:
    # Who presents is free text and may hold a name: not kept here.
    return guards.text(
        {"title": item.title, "minutes": item.minutes, "order": item.order}
    )
