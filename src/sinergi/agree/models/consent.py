"""Consent lists: what is adopted at once, and who pulled what out of it."""

from django.db import models

from sinergi.agree import words
from sinergi.agree.models.recommendations import Recommendation
from sinergi.agree.rules import ConsentState
from sinergi.convene.models import Meeting
from sinergi.core.constraints import one_of
from sinergi.core.marks import Mark
from sinergi.core.models import Membership, Place
from sinergi.core.rules import Provenance


class ConsentList(models.Model):
    """Adopted in one decision where nobody objects (daftar mufakat)."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="consent_lists")
    state = models.CharField(max_length=12, default=ConsentState.OPEN.value)
    by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    put_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)
    provenance = models.CharField(max_length=12)

    class Meta:
        ordering = ["meeting", "pk"]
        constraints = [
            one_of("state", ConsentState, "consentlist_state_known"),
            one_of("provenance", Provenance, "consentlist_provenance_known"),
            models.UniqueConstraint(
                fields=["meeting"],
                condition=models.Q(state=ConsentState.OPEN.value),
                name="consentlist_one_open",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting} · {self.pk}"

    @property
    def mark(self) -> Mark:
        return words.CONSENT[ConsentState(self.state)]

    @property
    def is_open(self) -> bool:
        return ConsentState(self.state) is ConsentState.OPEN


class ConsentItem(models.Model):
    """One recommendation on a consent list."""

    consent_list = models.ForeignKey(ConsentList, models.PROTECT, related_name="items")
    recommendation = models.ForeignKey(
        Recommendation, models.PROTECT, related_name="consent_items"
    )
    pulled_by = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="+"
    )
    pulled_at = models.DateTimeField(null=True, blank=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["consent_list", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["consent_list", "recommendation"], name="consentitem_once"
            ),
            models.CheckConstraint(
                condition=models.Q(pulled_by=None, pulled_at=None)
                | models.Q(pulled_by__isnull=False, pulled_at__isnull=False),
                name="consentitem_pulled_wholly",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.consent_list} · {self.recommendation}"
