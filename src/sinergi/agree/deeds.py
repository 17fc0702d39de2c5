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
        "forward": _("Recommendation forwarded to the plenary"),
        "open_in_plenary": _("Recommendation opened in plenary"),
        "circulate": _("Recommendation put into circulation"),
        "take_position": _("Position taken on a recommendation"),
        "record_positions": _("Positions recorded in the hall"),
        "adopt": _("Recommendation adopted"),
        "defer": _("Recommendation deferred"),
        "refer_back": _("Recommendation referred back"),
        "reject": _("Recommendation not agreed to"),
        "merge": _("Recommendation merged into another"),
        "withdraw": _("Recommendation withdrawn"),
        "supersede": _("Recommendation replaced by a later one"),
        "accept_amendments": _("Amendments accepted"),
        "undo_acceptance": _("Acceptance of amendments undone"),
        "dispute_edit": _("Editorial change disputed"),
        "propose_handling": _("Handling of a recommendation proposed"),
    },
    "agree.amendment": {
        "draft_amendment": _("Amendment drafted"),
        "write_amendment": _("Amendment written anew"),
        "submit_amendment": _("Amendment submitted"),
        "discuss_amendment": _("Amendment discussed"),
        "reject_amendment": _("Amendment rejected"),
        "withdraw_amendment": _("Amendment withdrawn"),
        "object_to_amendment": _("Objection to an amendment stated"),
        "take_objection_back": _("Objection to an amendment taken back"),
    },
    "agree.consentlist": {
        "put_on_list": _("Consent list put together"),
        "pull_out_of_list": _("Recommendation pulled out of the consent list"),
        "adopt_list": _("Consent list adopted"),
        "dissolve_list": _("Consent list dissolved"),
    },
    "agree.mandate": {
        "give_mandate": _("Mandate to answer entered"),
        "end_mandate": _("Mandate to answer ended"),
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
