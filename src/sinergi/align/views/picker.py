"""Finding a sub-kegiatan by its name inside the form of a plan.

Searching and choosing send the whole form, so that nothing typed is lost and no
JavaScript is needed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from sinergi.align import coding
from sinergi.align.models import NomenclatureCode, Plan
from sinergi.align.planbook.columns import SAID
from sinergi.core.models import Place

SHOWN = 12
# More than a list under a field can be read through.
_OFFERED = 200


@dataclass(frozen=True)
class Picker:
    """What was searched for, what was found, and what a field may offer."""

    words: str
    found: list[NomenclatureCode]
    more: int
    offered: list[NomenclatureCode]
    is_compared: bool
    # The form was sent to search or to choose, and not to save.
    is_asked: bool = False
    chosen: NomenclatureCode | None = None
    sent: Mapping[str, Any] | None = None

    @property
    def typed(self) -> dict[str, Any]:
        """What the form held, with the code and the name that were chosen."""
        typed = dict(self.sent or {})
        if self.chosen:
            typed["activity_code"] = self.chosen.code
            typed["activity"] = self.chosen.name
        return typed


def picker(request: HttpRequest, government: Place) -> Picker:
    known = NomenclatureCode.objects.sub_activities(government)
    words = " ".join(request.POST.get("cari", "").split())
    wanted = request.POST.get("pilih", "")
    chosen = known.filter(code=wanted).first() if wanted else None
    # Enter in the field of words searches; elsewhere it saves.
    is_fresh = bool(words) and words != request.POST.get("dicari", "")
    is_asked = bool(wanted) or "telusuri" in request.POST or is_fresh
    found = known.said(words) if words and not chosen else known.none()
    return Picker(
        words=words,
        found=list(found[:SHOWN]),
        more=max(found.count() - SHOWN, 0),
        offered=_offered(government),
        is_compared=coding.is_compared(government),
        is_asked=request.method == "POST" and is_asked,
        chosen=chosen,
        sent=_sent(request),
    )


def _offered(government: Place) -> list[NomenclatureCode]:
    """Every code of the level; of a long nomenclature those that somebody plans."""
    known = NomenclatureCode.objects.sub_activities(government)
    if known.count() > _OFFERED:
        known = known.filter(code__in=Plan.objects.values("activity_code"))
    return list(known[:_OFFERED])


def _sent(request: HttpRequest) -> dict[str, Any]:
    names = [*SAID, "programme", "year", "together", "seen"]
    sent: dict[str, Any] = {
        name: request.POST[name] for name in names if name in request.POST
    }
    return {**sent, "partners": request.POST.getlist("partners")}
