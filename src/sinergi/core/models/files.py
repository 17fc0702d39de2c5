"""Bytes of files, kept once under their SHA-256."""

from django.db import models


class StoredFile(models.Model):
    """One content; who attached it, and where, is written beside the attachment."""

    sha256 = models.CharField(max_length=64, unique=True)
    media_type = models.CharField(max_length=80)
    stored_at = models.DateTimeField()
    content = models.FileField(upload_to="files", max_length=120)

    class Meta:
        ordering = ["stored_at"]

    def __str__(self) -> str:
        return self.sha256[:12]
