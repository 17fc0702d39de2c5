"""Sentences of acting that more than one module says."""

from django.utils.translation import gettext_lazy as _

NOT_YOURS = _("This follow-up plan belongs to another government.")
NOT_YOUR_REVIEW = _(
    "A report is reviewed by a reviewer of another government, never by one's own."
)
HEAD_ONLY = _("Only the head of this office submits. Ask the head to open this page.")
