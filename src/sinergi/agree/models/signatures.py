"""Who is asked to sign a locked paper, who signed it how, and who refused."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from sinergi.agree import words
from sinergi.agree.models.mandates import Mandate
from sinergi.agree.rules import HELD, Kind, SignatureState
from sinergi.core.constraints import one_of
from sinergi.core.models import Document, Membership, Place, StoredFile


class Signatory(models.Model):
    """A government asked to sign a document, with the office as it is printed there."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="signatories")
    government = models.ForeignKey(Place, models.PROTECT, related_name="+")
    office = models.CharField(max_length=200, blank=True)
    order = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["document", "order"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "government"], name="signatory_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.document} · {self.government}"


class SignedCopy(models.Model):
    """A file somebody brought that shows signatures: a scan, or a signed PDF.

    What the certificates in a signed PDF say of their holders stands in `signers`.
    """

    document = models.ForeignKey(Document, models.PROTECT, related_name="copies")
    kind = models.CharField(max_length=12)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    signers = models.JSONField(default=list)
    by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    brought_at = models.DateTimeField()
    state = models.CharField(max_length=10, default=SignatureState.PENDING.value)
    compared_by = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="+"
    )
    compared_at = models.DateTimeField(null=True, blank=True)
    # Why the comparison failed.
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ["document", "brought_at", "pk"]
        constraints = [
            one_of("kind", Kind, "signed_copy_kind_known"),
            one_of("state", SignatureState, "signed_copy_state_known"),
            # A scan counts only after somebody compared it.
            models.CheckConstraint(
                condition=~Q(kind=Kind.SCAN.value)
                | Q(state=SignatureState.PENDING.value)
                | Q(compared_by__isnull=False, compared_at__isnull=False),
                name="signed_copy_scan_compared",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document} · {self.kind} {self.pk}"

    @property
    def is_pending(self) -> bool:
        return SignatureState(self.state) is SignatureState.PENDING

    def hold(self) -> None:
        """Read again what decides, holding the row: the page may have seen it old."""
        self.refresh_from_db(
            fields=["state"], from_queryset=SignedCopy.objects.select_for_update()
        )


class Signature(models.Model):
    """That a government signed, by what, and who brought it here."""

    signatory = models.ForeignKey(Signatory, models.PROTECT, related_name="signatures")
    kind = models.CharField(max_length=12)
    state = models.CharField(max_length=10)
    by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    # The office held then; offices change hands.
    office = models.CharField(max_length=200, blank=True)
    mandate = models.ForeignKey(
        Mandate, models.PROTECT, null=True, blank=True, related_name="+"
    )
    copy = models.ForeignKey(
        SignedCopy, models.PROTECT, null=True, blank=True, related_name="signatures"
    )
    signed_at = models.DateTimeField()

    class Meta:
        ordering = ["signatory", "signed_at", "pk"]
        constraints = [
            one_of("kind", Kind, "signature_kind_known"),
            one_of("state", SignatureState, "signature_state_known"),
            models.UniqueConstraint(
                fields=["signatory"],
                condition=Q(state__in=sorted(each.value for each in HELD)),
                name="signature_once",
            ),
            models.CheckConstraint(
                condition=Q(kind=Kind.ATTESTATION.value, copy=None)
                | (~Q(kind=Kind.ATTESTATION.value) & Q(copy__isnull=False)),
                name="signature_has_copy",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.signatory} · {self.kind}"

    @property
    def kind_label(self) -> str:
        return str(words.KIND[Kind(self.kind)])


class Refusal(models.Model):
    """A government does not sign, and says why; it may still change its mind."""

    signatory = models.ForeignKey(Signatory, models.PROTECT, related_name="refusals")
    reason = models.TextField()
    by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    office = models.CharField(max_length=200, blank=True)
    mandate = models.ForeignKey(
        Mandate, models.PROTECT, null=True, blank=True, related_name="+"
    )
    refused_at = models.DateTimeField()
    # It signed after all.
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["signatory", "refused_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["signatory"],
                condition=Q(taken_back_at=None),
                name="refusal_once",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="refusal_has_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.signatory} · {self.refused_at:%Y-%m-%d}"
