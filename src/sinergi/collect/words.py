"""What collecting calls its enumerations and findings on a page."""

from django.utils.translation import gettext_lazy as _

from sinergi.collect.rules import (
    Domain,
    Effect,
    ImportState,
    ItemRole,
    Method,
    Sex,
    WaveState,
    Why,
)
from sinergi.core.marks import Mark

WAVE_STATE = {
    WaveState.OPEN: _("open"),
    WaveState.CONFIRMED: _("file confirmed"),
    WaveState.FROZEN: _("frozen"),
}

WAVE_MARK = {
    WaveState.OPEN: Mark("wait", "clock", WAVE_STATE[WaveState.OPEN]),
    WaveState.CONFIRMED: Mark("note", "check", WAVE_STATE[WaveState.CONFIRMED]),
    WaveState.FROZEN: Mark("good", "lock", WAVE_STATE[WaveState.FROZEN]),
}

METHOD = {
    Method.PROBABILITY: _("probability sample"),
    Method.SELF_SELECTED: _("self-selected respondents"),
}

IMPORT_STATE = {
    ImportState.UPLOADED: _("uploaded, not yet checked"),
    ImportState.CHECKED: _("checked"),
    ImportState.CONFIRMED: _("confirmed"),
    ImportState.REPLACED: _("set aside"),
}

ITEM_ROLE = {
    ItemRole.ITEM: _("item"),
    ItemRole.DOMAIN: _("domain"),
    ItemRole.DESIGN: _("sample design"),
    ItemRole.CONSENT: _("consent"),
    ItemRole.META: _("meta"),
    ItemRole.OTHER: _("other question"),
}

DOMAIN = {
    Domain.GOVERNMENT: _("Kabupaten/kota"),
    Domain.SEX: _("Sex"),
    Domain.AGE: _("Age"),
}

SEX = {Sex.FEMALE: _("Women"), Sex.MALE: _("Men")}

WHY = {
    Why.NOT_AN_ANSWER: _("not an answer of the questionnaire"),
    Why.OUT_OF_SCALE: _("outside the scale"),
    Why.UNKNOWN_GOVERNMENT: _("not the code of a member government"),
    Why.UNKNOWN_SEX: _("sex not recognised"),
    Why.UNKNOWN_AGE: _("neither an age nor an age group"),
    Why.NO_WEIGHT: _("no weight"),
    Why.BAD_WEIGHT: _(
        "weight is not a positive number of persons, decimals after a point"
    ),
    Why.NO_STRATUM: _("no stratum"),
    Why.NO_PSU: _("no primary sampling unit"),
    Why.NO_RESPONDENT: _("no respondent number"),
    Why.DUPLICATE_RESPONDENT: _("respondent number stands in an earlier row"),
}

EFFECT = {
    Effect.BLANKED: _("counted as blank"),
    Effect.LEFT_OUT: _("row left out"),
}
