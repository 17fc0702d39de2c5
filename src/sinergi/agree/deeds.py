"""What the acts of agree are called in the record of everything done."""

from django.utils.translation import gettext_lazy as _

DEEDS = {
    "agree.recommendation": {
        "draft": _("Recommendation drafted"),
        "write_version": _("New version of a recommendation written"),
        "edit_metadata": _("Details of a recommendation changed"),
        "cite": _("Ground added to a recommendation"),
        "uncite": _("Ground taken from a recommendation"),
        "submit": _("Recommendation submitted"),
        "discuss_in_group": _("Recommendation discussed in its group"),
        "agree_in_group": _("Recommendation agreed in its group"),
        "open_in_plenary": _("Recommendation opened in plenary"),
        "take_position": _("Position taken on a recommendation"),
        "record_positions": _("Positions recorded in the hall"),
        "adopt": _("Recommendation adopted"),
        "defer": _("Recommendation deferred"),
        "refer_back": _("Recommendation referred back"),
        "withdraw": _("Recommendation withdrawn"),
    },
    "agree.recordofagreement": {
        "draft_record": _("Berita acara drafted"),
        "lock_record": _("Berita acara locked"),
    },
    "agree.guideline": {
        "compile_guideline": _("Pedoman compiled"),
        "edit_guideline": _("Details of the pedoman changed"),
        "edit_commentary": _("Commentary of the pedoman changed"),
        "bring_in_force": _("Pedoman brought into force"),
    },
}
