"""The head of an office's papers, and who signs which of them."""

from datetime import date

from django.db import models

from sinergi.core.constraints import one_of
from sinergi.core.models import Membership, Place, StoredFile
from sinergi.core.rules import Provenance, holds
from sinergi.letters.rules import HeldAs, lines_above_signature


class Letterhead(models.Model):
    """Kop naskah dinas as an office wrote it; simulated papers have their own."""

    government = models.ForeignKey(Place, models.PROTECT, related_name="letterheads")
    provenance = models.CharField(max_length=12)
    headline = models.CharField(max_length=160)
    office = models.CharField(max_length=160, blank=True)
    address = models.CharField(max_length=200, blank=True)
    contact = models.CharField(max_length=200, blank=True)
    # Where letters are written, before their day: "Mataram".
    town = models.CharField(max_length=120, blank=True)
    logo = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True)
    # What the logo shows, for those who cannot see it.
    logo_words = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["government"]
        constraints = [
            one_of("provenance", Provenance, "letterhead_provenance_known"),
            models.UniqueConstraint(
                fields=["government", "provenance"], name="letterhead_once"
            ),
            models.CheckConstraint(
                condition=models.Q(logo=None) | ~models.Q(logo_words=""),
                name="letterhead_logo_has_words",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.headline} {self.office}".strip()


class LetterSignatory(models.Model):
    """Who signs one kind of letter of an office."""

    government = models.ForeignKey(Place, models.PROTECT, related_name="signatories")
    provenance = models.CharField(max_length=12)
    kind = models.CharField(max_length=24)
    office = models.CharField(max_length=160)
    held_as = models.CharField(max_length=8, default=HeldAs.DEFINITE.value)
    # The office in whose name it is signed (atas nama), if in that of another.
    on_behalf_of = models.CharField(max_length=160, blank=True)
    # Whose name is printed; without one the line stays blank.
    holder = models.ForeignKey(Membership, models.PROTECT, null=True, blank=True)

    class Meta:
        ordering = ["government", "kind"]
        constraints = [
            one_of("provenance", Provenance, "signatory_provenance_known"),
            one_of("held_as", HeldAs, "signatory_held_as_known"),
            models.UniqueConstraint(
                fields=["government", "provenance", "kind"], name="lettersignatory_once"
            ),
        ]

    def __str__(self) -> str:
        return " ".join(self.lines)

    @property
    def lines(self) -> list[str]:
        return lines_above_signature(
            self.office, HeldAs(self.held_as), self.on_behalf_of
        )

    def name_on(self, day: date) -> str:
        """The name of who holds the office that day; nobody's after it ended."""
        held = self.holder
        if held is None or not holds(held.starts_on, held.ends_on, day):
            return ""
        return held.person.name
