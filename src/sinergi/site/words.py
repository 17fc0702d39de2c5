"""What the groups of 'Tugas saya' are called, in the order they are shown."""

from django.utils.translation import gettext_lazy as _

GROUPS = {
    "late": (_("Late"), "bad", _("was due on")),
    "returned": (_("Returned to you"), "warn", _("until")),
    "soon": (_("Due within 30 days"), "wait", _("until")),
    "later": (_("Later, or without a date"), "off", _("until")),
    "waiting": (_("Waiting for others"), "off", _("until")),
}

# What waits for others may be past its day: it is told, though nobody here is late.
PAST = GROUPS["late"][2]
