"""Documents that are handed out for an agenda item."""

from __future__ import annotations

from django.db import models

from sinergi.convene import words
from sinergi.convene.models.programme import AgendaItem
from sinergi.convene.rules import Readers
from sinergi.core.constraints import one_of
from sinergi.core.models import Membership, StoredFile


class AgendaDocumentQuerySet(models.QuerySet["AgendaDocument"]):
    def standing(self) -> AgendaDocumentQuerySet:
        return self.filter(withdrawn_at=None)

    def public(self) -> AgendaDocumentQuerySet:
        return self.standing().filter(readers=Readers.PUBLIC.value)

    def for_guests(self) -> AgendaDocumentQuerySet:
        return self.standing().exclude(readers=Readers.MEMBERS.value)


class AgendaDocument(models.Model):
    """A file for an agenda item; withdrawn, it stays on record and is not shown."""

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="documents")
    title = models.CharField(max_length=160)
    # As it was called where it came from; downloads bear it.
    name = models.CharField(max_length=160)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    readers = models.CharField(max_length=8, default=Readers.MEMBERS.value)
    by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = AgendaDocumentQuerySet.as_manager()

    class Meta:
        ordering = ["item", "added_at", "pk"]
        constraints = [
            one_of("readers", Readers, "agendadocument_readers_known"),
            models.UniqueConstraint(
                fields=["item", "file"],
                condition=models.Q(withdrawn_at=None),
                name="agendadocument_file_once",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_public(self) -> bool:
        return Readers(self.readers) is Readers.PUBLIC

    @property
    def readers_label(self) -> str:
        return str(words.READERS[Readers(self.readers)])
