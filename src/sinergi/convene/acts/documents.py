"""Documents of an agenda item: put there, opened to the public, withdrawn."""

from datetime import datetime

from django.utils.translation import gettext as _

from sinergi.convene import access, guards
from sinergi.convene.models import AgendaDocument, AgendaItem
from sinergi.convene.rules import Part, Readers
from sinergi.core import files, ledger
from sinergi.core.act import act
from sinergi.core.again import refuse_again
from sinergi.core.models import Membership
from sinergi.core.refusal import Refusal


class AlreadyThere(Refusal):
    """The same file is there for this item."""


class AlreadyWithdrawn(Refusal):
    """The document was withdrawn already."""


@act
def add_document(
    item: AgendaItem,
    *,
    title: str,
    content: bytes,
    name: str,
    readers: Readers,
    by: Membership,
    at: datetime,
) -> AgendaDocument:
    """Put a file to an agenda item, for the public, guests or the members only."""
    _may_keep(item, by)
    kind = files.check(content, name, files.HANDOUT)
    file = files.keep(content, kind=kind, at=at)
    twin = item.documents.standing().filter(file=file).first()
    if twin:
        raise AlreadyThere(
            _("The same file is there already: “%(title)s”.") % {"title": twin.title}
        )
    document = AgendaDocument.objects.create(
        item=item,
        title=title,
        name=name[-160:],
        file=file,
        readers=readers.value,
        by=by,
        added_at=at,
    )
    _record("add_document", document, by=by, at=at)
    return document


@act
def open_document(
    document: AgendaDocument, *, readers: Readers, by: Membership, at: datetime
) -> AgendaDocument:
    """Let the public read it, the guests too, or the members only."""
    _may_keep(document.item, by)
    _refuse_withdrawn(document)
    document.readers = readers.value
    document.save(update_fields=["readers"])
    _record("open_document", document, by=by, at=at)
    return document


@act
def withdraw_document(
    document: AgendaDocument, *, by: Membership, at: datetime
) -> AgendaDocument:
    """Nobody reads it any more; that it was there stays on record."""
    _may_keep(document.item, by)
    document.refresh_from_db()
    if document.withdrawn_at:
        refuse_again(document, _reference(document), "withdraw_document")
    document.withdrawn_at = at
    document.save(update_fields=["withdrawn_at"])
    _record("withdraw_document", document, by=by, at=at)
    return document


def _may_keep(item: AgendaItem, by: Membership) -> None:
    meeting = item.session.meeting
    guards.latest(meeting)
    guards.must(access.keeps_documents(by, meeting), guards.documents_only())
    guards.may_change(Part.PROGRAMME, meeting, by)


def _refuse_withdrawn(document: AgendaDocument) -> None:
    document.refresh_from_db()
    if document.withdrawn_at:
        raise AlreadyWithdrawn(
            _("“%(title)s” was withdrawn already.") % {"title": document.title}
        )


def _reference(document: AgendaDocument) -> str:
    session = document.item.session
    return f"{session.meeting.slug}/{session.pk}/{document.pk}"


def _record(
    action: str, document: AgendaDocument, *, by: Membership, at: datetime
) -> None:
    ledger.record(
        action,
        document,
        reference=_reference(document),
        by=by,
        at=at,
        # A title may hold a name; the hash says which file it was.
        after=guards.text(
            {
                "item": document.item_id,
                "sha256": document.file.sha256,
                "readers": document.readers,
                "withdrawn": "yes" if document.withdrawn_at else "no",
            }
        ),
    )
