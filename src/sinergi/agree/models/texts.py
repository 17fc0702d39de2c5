"""The exact words of a recommendation, version by version."""

from __future__ import annotations

from django.db import models

from sinergi.agree import words
from sinergi.agree.rules import Edit, Kept
from sinergi.core.constraints import one_of
from sinergi.core.models import Membership, Place


class Version(models.Model):
    """The exact words at one time; a version never changes."""

    recommendation = models.ForeignKey(
        "agree.Recommendation", models.PROTECT, related_name="versions"
    )
    number = models.PositiveSmallIntegerField()
    edit = models.CharField(max_length=12)
    reason = models.CharField(max_length=200, blank=True)
    sha256 = models.CharField(max_length=64)
    # The same for texts that differ only in capitals, signs and spaces.
    plain_sha256 = models.CharField(max_length=64)
    # The earlier version whose words it brings back, when an acceptance was undone.
    restores = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="restored_by"
    )
    # Who took the editorial edit before it for a change of substance: the words are
    # the same, and everyone is asked again.
    disputed_by = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="+"
    )
    written_at = models.DateTimeField()
    by = models.ForeignKey(Membership, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["recommendation", "number"]
        constraints = [
            one_of("edit", Edit, "version_edit_known"),
            models.UniqueConstraint(
                fields=["recommendation", "number"], name="version_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recommendation} v{self.number}"

    @property
    def texts(self) -> list[str]:
        return [paragraph.text for paragraph in self.paragraphs.all()]

    @property
    def as_typed(self) -> str:
        """As the text field shows it: a blank line between paragraphs."""
        return "\n\n".join(self.texts)

    @property
    def kept(self) -> list[Kept]:
        return [Kept(each.key, each.text) for each in self.paragraphs.all()]

    @property
    def edit_label(self) -> str:
        return str(words.EDIT[Edit(self.edit)])


class Paragraph(models.Model):
    """A paragraph of a version; `key` stays the same while the text changes."""

    version = models.ForeignKey(Version, models.PROTECT, related_name="paragraphs")
    key = models.CharField(max_length=12)
    order = models.PositiveSmallIntegerField()
    text = models.TextField()

    class Meta:
        ordering = ["version", "order"]
        constraints = [
            models.UniqueConstraint(fields=["version", "key"], name="paragraph_once")
        ]

    def __str__(self) -> str:
        return self.text[:60]
