"""Documents that anyone can check by their code."""

from django.db import models

from sinergi.core.constraints import one_of
from sinergi.core.models.files import StoredFile
from sinergi.core.rules import Provenance


class Document(models.Model):
    """A locked document: its data as canonical JSON, its hash and its bytes."""

    code = models.CharField(max_length=16, unique=True)
    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    number = models.CharField(max_length=80, blank=True)
    content = models.TextField()
    content_sha256 = models.CharField(max_length=64)
    file = models.ForeignKey(StoredFile, models.PROTECT)
    provenance = models.CharField(max_length=12)
    issued_at = models.DateTimeField()
    issuer = models.CharField(max_length=200)
    is_public = models.BooleanField(default=True)
    # Issued, and declared void before it took effect.
    voided_at = models.DateTimeField(null=True, blank=True)
    voided_because = models.TextField(blank=True)

    class Meta:
        ordering = ["-issued_at"]
        constraints = [one_of("provenance", Provenance, "document_provenance_known")]

    def __str__(self) -> str:
        return f"{self.title} ({self.code})"
