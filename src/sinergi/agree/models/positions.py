"""What each government answered to which version."""

from django.db import models

from sinergi.agree import words
from sinergi.agree.models.mandates import Mandate
from sinergi.agree.models.texts import Version
from sinergi.agree.rules import Answer, Stance
from sinergi.core.constraints import one_of
from sinergi.core.marks import Mark
from sinergi.core.models import Membership, Place


class Position(models.Model):
    """A government's answer to one exact version (tanggapan daerah)."""

    version = models.ForeignKey(Version, models.PROTECT, related_name="positions")
    government = models.ForeignKey(Place, models.PROTECT, related_name="positions")
    stance = models.CharField(max_length=20)
    note = models.TextField(blank=True)
    by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    # Stated on behalf of the head of office (atas nama), by this letter.
    mandate = models.ForeignKey(
        Mandate, models.PROTECT, null=True, blank=True, related_name="positions"
    )
    # Said in the hall and written down by the secretariat.
    is_recorded_by_secretariat = models.BooleanField(default=False)
    # What a non-addressee starts with (not concerned), until it says something itself.
    is_start = models.BooleanField(default=False)
    stated_at = models.DateTimeField()

    class Meta:
        ordering = ["version", "government"]
        constraints = [
            one_of("stance", Stance, "position_stance_known"),
            models.UniqueConstraint(
                fields=["version", "government"], name="position_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.government} · {self.stance}"

    @property
    def mark(self) -> Mark:
        return words.STANCE[Stance(self.stance)]

    @property
    def stance_label(self) -> str:
        return str(self.mark.label)

    @property
    def is_carried_over(self) -> bool:
        """Stated on an earlier version that an editorial edit did not touch."""
        return not self.is_start and self.stated_at < self.version.written_at

    @property
    def answered(self) -> Version:
        """The version it was stated on; with `is_carried_over` an earlier one."""
        versions = self.version.recommendation.versions
        return versions.filter(written_at__lte=self.stated_at).latest("number")

    @property
    def answer(self) -> Answer:
        return Answer(
            government=self.government.slug,
            stance=Stance(self.stance),
            is_stated=not self.is_start,
            has_note=bool(self.note),
        )
