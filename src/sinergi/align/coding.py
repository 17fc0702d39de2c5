"""The code of a plan held against the level of its government and the nomenclature."""

from django.utils.translation import gettext as _

from sinergi.align.models import NomenclatureCode
from sinergi.align.rules import (
    NotAnActivityCode,
    activity_code,
    level_segment,
    nearest,
)
from sinergi.core.models import Place
from sinergi.core.refusal import Refusal


class BadCode(Refusal):
    """The code is no code of a sub-kegiatan, or not one of this government."""


def checked_code(typed: str, government: Place) -> str:
    """The code as the nomenclature prints it.

    Without a nomenclature of this level, every code in the right form is taken.

    Raises:
        BadCode: It has another form or level, or the nomenclature does not have it.
    """
    code = in_form(typed, government)
    known = NomenclatureCode.objects.sub_activities(government)
    if known.filter(code=code).exists() or not known.exists():
        return code
    near = nearest(code, known.values_list("code", flat=True))
    raise BadCode(
        _(
            "Code %(code)s is not in the nomenclature. The nearest one is %(near)s, "
            "“%(name)s”. Look in the DPA, or search by name."
        )
        % {"code": code, "near": near, "name": known.get(code=near).name}
    )


def in_form(typed: str, government: Place) -> str:
    """The code in its form, of the level of the government."""
    try:
        code = activity_code(typed)
    except NotAnActivityCode as wrong:
        raise BadCode(
            _(
                "“%(code)s” is not the code of a sub-kegiatan, "
                "such as 2.16.02.2.01.0020."
            )
            % {"code": typed}
        ) from wrong
    fits = level_segment(government.level)
    if code.split(".")[3] != fits:
        raise BadCode(
            _(
                "Code %(code)s is of another level. The fourth part must be %(fits)s "
                "for %(government)s (1 = province, 2 = kabupaten or kota)."
            )
            % {"code": code, "fits": fits, "government": government}
        )
    return code


def is_compared(government: Place) -> bool:
    """Whether there is a nomenclature to hold codes of this government against."""
    return NomenclatureCode.objects.sub_activities(government).exists()


def name_of(code: str) -> str:
    """What the nomenclature calls it; empty when it does not have the code."""
    found = NomenclatureCode.objects.filter(code=code).first()
    return found.name if found else ""
