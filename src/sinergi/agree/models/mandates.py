"""Letters by which a head of office lets someone else answer in a meeting."""

from django.db import models

from sinergi.convene.models import Meeting
from sinergi.core.models import Membership, Place, StoredFile


class Mandate(models.Model):
    """A head's letter: this person answers for the government in a meeting."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="mandates")
    government = models.ForeignKey(Place, models.PROTECT, related_name="mandates")
    holder = models.ForeignKey(Membership, models.PROTECT, related_name="mandates")
    # Whom the holder speaks for, as it is printed: Kepala Dinas Kominfo.
    office = models.CharField(max_length=200)
    number = models.CharField(max_length=120)
    dated_on = models.DateField()
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["meeting", "government", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "holder"],
                condition=models.Q(ended_at=None),
                name="mandate_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.number} · {self.government}"

    @property
    def is_running(self) -> bool:
        return self.ended_at is None
