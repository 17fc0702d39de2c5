"""Documents that are handed out for an agenda item."""

from __future__ import annotations

from django.db import models

from sinergi.convene.models.programme import AgendaItem
from sinergi.core.models import Membership, StoredFile


class AgendaDocumentQuerySet(models.QuerySet["AgendaDocument"]):
    def standing(self) -> AgendaDocumentQuerySet:
        return self.filter(withdrawn_at=None)

    def public(self) -> AgendaDocumentQuerySet:
        return self.standing().filter(is_public=True)


class AgendaDocument(models.Model):
    """A file for an agenda item; withdrawn, it stays on record and is not shown."""

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="documents")
    title = models.CharField(max_length=160)
    # As it was called where it came from; downloads bear it.
    name = models.CharField(max_length=160)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    is_public = models.BooleanField(default=False)
    by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = AgendaDocumentQuerySet.as_manager()

    class Meta:
        ordering = ["item", "added_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "file"],
                condition=models.Q(withdrawn_at=None),
                name="agendadocument_file_once",
            )
        ]

    def __str__(self) -> str:
        return self.title
