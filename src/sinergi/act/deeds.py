"""What the acts of act are called in the record of everything done."""

from django.utils.translation import gettext_lazy as _

DEEDS = {
    "act.commitment": {
        "begin": _("RTL begun"),
        "submit": _("RTL submitted"),
        "return": _("RTL returned"),
        "start_running": _("RTL accepted"),
    },
    "act.report": {
        "submit": _("Report sent"),
        "return": _("Report returned"),
        "review": _("Report reviewed"),
        "accept_verdict": _("Verdict accepted"),
        "contest": _("Verdict contested"),
        "settle": _("Contested verdict settled"),
    },
}
