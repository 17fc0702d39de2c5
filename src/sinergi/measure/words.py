"""What measuring calls its enumerations on a page."""

from django.utils.translation import gettext_lazy as _

from sinergi.collect.rules import Sex
from sinergi.core.marks import Mark
from sinergi.measure.rules import (
    Direction,
    Flag,
    Group,
    Obstacle,
    ReleaseState,
    Verdict,
)

DIRECTION = {
    Direction.HIGHER: _("higher is better"),
    Direction.LOWER: _("lower is better"),
}

RELEASE_STATE = {
    ReleaseState.DRAFT: _("draft"),
    ReleaseState.RELEASED: _("released"),
}

RELEASE_MARK = {
    ReleaseState.DRAFT: Mark("wait", "pen", RELEASE_STATE[ReleaseState.DRAFT]),
    ReleaseState.RELEASED: Mark("good", "lock", RELEASE_STATE[ReleaseState.RELEASED]),
}

GROUP = {
    Group.ALL: _("All respondents"),
    Group.SEX: _("Sex"),
    Group.AGE: _("Age group"),
}

FLAG = {
    Flag.SUPPRESSED: _("withheld: too few respondents"),
    Flag.WIDE: _("wide interval: read with care"),
    Flag.NO_INTERVAL: _("the error cannot be computed"),
}

# Words of downloads: the same whatever the language of the reader, programs read them.
FLAG_COLUMN = {
    Flag.SUPPRESSED: "ditahan",
    Flag.WIDE: "lebar",
    Flag.NO_INTERVAL: "tanpa_selang",
}
GROUP_COLUMN = {
    Group.ALL: "semua",
    Group.SEX: "jenis_kelamin",
    Group.AGE: "kelompok_umur",
}
SEX_COLUMN = {Sex.FEMALE: "perempuan", Sex.MALE: "laki_laki"}
INDEX_COLUMN = "indeks"

VERDICT = {
    Verdict.UP: _("a real rise"),
    Verdict.DOWN: _("a real fall"),
    Verdict.NOT_YET_REAL: _("the difference is not yet real"),
    Verdict.WITHHELD: _("not compared"),
}

VERDICT_MARK = {
    Verdict.UP: Mark("note", "arrow", VERDICT[Verdict.UP]),
    Verdict.DOWN: Mark("warn", "arrow", VERDICT[Verdict.DOWN]),
    Verdict.NOT_YET_REAL: Mark("off", "dash", VERDICT[Verdict.NOT_YET_REAL]),
    Verdict.WITHHELD: Mark("off", "empty", VERDICT[Verdict.WITHHELD]),
}

OBSTACLE = {
    Obstacle.SAME_RELEASE: _("These are one and the same release."),
    Obstacle.DEFINITIONS_DIFFER: _(
        "The two releases were computed by different index definitions. Their "
        "difference would show the definitions, not the people."
    ),
    Obstacle.SURVEYS_DIFFER: _(
        "The two releases rest on different surveys, which are never spliced."
    ),
    Obstacle.PROVENANCES_DIFFER: _(
        "One of the two is simulated. Simulated and real figures are never compared."
    ),
    Obstacle.WRONG_ORDER: _(
        "The first release must rest on the later wave. Exchange the two."
    ),
}
