"""What the acts of measure are called in the record of everything done."""

from django.utils.translation import gettext_lazy as _

DEEDS = {
    "measure.series": {
        "register_series": _("Published series registered"),
    },
    "measure.methodversion": {
        "register_method": _("Version of a method registered"),
    },
    "measure.publishedvalue": {
        "publish_value": _("Published value recorded"),
        "correct_value": _("Published value corrected"),
    },
    "measure.target": {
        "set_target": _("Target of the index set"),
    },
    "measure.indexdefinition": {
        "publish_definition": _("Definition of an index published"),
    },
    "measure.release": {
        "compute_release": _("Release computed"),
        "release": _("Figures released"),
        "discard_release": _("Draft release discarded"),
    },
}
