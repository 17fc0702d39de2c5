"""What the acts of letters are called in the record of everything done."""

from django.utils.translation import gettext_lazy as _

DEEDS = {
    "letters.letterhead": {
        "set_letterhead": _("Letterhead set"),
    },
    "letters.numberpattern": {
        "set_number_pattern": _("Number pattern set"),
    },
    "letters.lettersignatory": {
        "set_signatory": _("Signatory of a letter set"),
    },
    "letters.wording": {
        "try_wording": _("Template of a letter tried"),
        "use_wording": _("Template of a letter put in use"),
        "use_house_wording": _("Template of the house used again"),
    },
}
