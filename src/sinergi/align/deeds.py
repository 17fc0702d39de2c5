"""What the acts of align are called in the record of everything done."""

from django.utils.translation import gettext_lazy as _

DEEDS = {
    "align.programme": {
        "register_programme": _("Programme registered"),
        "enter_programme": _("Programme entered"),
        "set_programme_years": _("Years in force set"),
        "describe_programme": _("Programme described anew"),
    },
    "align.mandatedocument": {
        "add_mandate": _("Mandate document named"),
        "remove_mandate": _("Mandate document taken out"),
    },
    "align.programmetarget": {
        "add_programme_target": _("Target of a programme entered"),
        "remove_programme_target": _("Target of a programme taken out"),
    },
    "align.obligation": {
        "decide_obligation": _("Duty of a government decided"),
    },
    "align.nomenclaturecode": {
        "import_nomenclature": _("Nomenclature imported"),
    },
    "align.plansheet": {
        "bring_plan_sheet": _("File of plans brought"),
        "apply_plan_sheet": _("File of plans applied"),
        "discard_plan_sheet": _("File of plans discarded"),
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
        "settle_help": _("Help given, request settled"),
        "reopen_help": _("Request for help opened again"),
        "withdraw_help": _("Request for help withdrawn"),
    },
    "align.helpanswer": {
        "answer_help": _("Request for help answered"),
        "accept_help": _("Offer of help accepted"),
        "decline_help": _("Offer of help declined"),
        "take_back_help": _("Offer of help taken back"),
    },
}
