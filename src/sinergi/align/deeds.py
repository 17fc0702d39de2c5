"""What the acts of align are called in the record of everything done."""

from django.utils.translation import gettext_lazy as _

DEEDS = {
    "align.programme": {
        "register_programme": _("Programme registered"),
    },
    "align.plan": {
        "enter_plan": _("Plan entered"),
        "change_plan": _("Plan changed"),
        "withdraw_plan": _("Plan withdrawn"),
    },
    "align.partner": {
        "invite_partner": _("Partner invited to a joint plan"),
        "accept_partnership": _("Joint plan accepted"),
        "decline_partnership": _("Joint plan declined"),
    },
    "align.helprequest": {
        "ask_help": _("Help asked for"),
    },
    "align.helpanswer": {
        "answer_help": _("Request for help answered"),
    },
}
