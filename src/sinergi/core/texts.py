"""Sentences of the core that more than one module says."""

from django.utils.translation import gettext_lazy as _

NO_ENTRY = _(
    "Your role does not open this page. Choose another office you hold, "
    "or ask the administrator of your government."
)
