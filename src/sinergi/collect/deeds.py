"""What the acts of collect are called in the record of everything done."""

from django.utils.translation import gettext_lazy as _

DEEDS = {
    "collect.survey": {
        "create_survey": _("Survey created"),
    },
    "collect.formversion": {
        "publish_form": _("Questionnaire published"),
    },
    "collect.wave": {
        "open_wave": _("Wave opened"),
        "confirm_responses": _("Responses confirmed"),
        "freeze_wave": _("Wave frozen"),
        "reopen_wave": _("Wave opened again"),
    },
    "collect.import": {
        "upload_responses": _("File of responses uploaded"),
        "check_responses": _("File of responses checked"),
        "discard_responses": _("File of responses discarded"),
    },
    "collect.mappingprofile": {
        "save_mapping": _("Mapping of columns saved"),
    },
}
