"""Discarding a draft meeting, with all that was prepared for it."""

from datetime import datetime

from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from sinergi.convene import access, guards
from sinergi.convene.acts.details import described
from sinergi.convene.acts.sessions import StillUsed
from sinergi.convene.models import (
    AgendaDocument,
    AgendaItem,
    Meeting,
    RulesOfProcedure,
)
from sinergi.core import files, ledger
from sinergi.core.act import act
from sinergi.core.models import Membership
from sinergi.core.vetoes import refuse_vetoed


@act
def discard_meeting(meeting: Meeting, *, by: Membership, at: datetime) -> None:
    """Take out a draft nobody was invited to; its sessions and lists go with it."""
    guards.latest(meeting)
    guards.must(access.is_secretariat(by, meeting.forum), guards.secretariat_only())
    refuse_invited_away(meeting, by)
    refuse_vetoed("discard_meeting", meeting)
    ledger.record(
        "discard_meeting",
        meeting,
        reference=meeting.slug,
        by=by,
        at=at,
        before=described(meeting),
    )
    try:
        meeting.committee.all().delete()
        meeting.participants.all().delete()
        _discard_agenda(meeting)
        meeting.sessions.all().delete()
        meeting.openings.all().delete()
        RulesOfProcedure.objects.filter(meeting=meeting).delete()
        meeting.delete()
    except ProtectedError as error:
        raise StillUsed(
            _("Something was made for “%(meeting)s” that is kept; the draft stays.")
            % {"meeting": meeting}
        ) from error


def _discard_agenda(meeting: Meeting) -> None:
    items = AgendaItem.objects.filter(session__meeting=meeting)
    documents = AgendaDocument.objects.filter(item__in=items)
    kept = [each.file for each in documents.select_related("file")]
    documents.delete()
    for file in kept:
        files.forget(file)
    items.delete()


def refuse_invited_away(meeting: Meeting, by: Membership) -> None:
    """What governments were invited to is never taken out."""
    guards.of_this_world(by, meeting)
    if not meeting.is_draft:
        raise guards.NotNow(
            _(
                "“%(meeting)s” is %(state)s. Only a draft is discarded; what "
                "governments were invited to stays on record."
            )
            % {"meeting": meeting, "state": meeting.state_label}
        )
