"""What a programme is called, and whose it is: said anew, with a reason.

Papers that are locked keep the words they were locked with.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from sinergi.align.acts.programmes import NoReason, check_keeper, reference_of
from sinergi.align.models import Programme
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.models import Bidang, Membership
from sinergi.core.refusal import Refusal
from sinergi.core.rules import Level
from sinergi.core.stale import Overtaken, stamp


class SameAsBefore(Refusal):
    """Nothing about the programme would change."""


class NoBidang(Refusal):
    """A programme belongs to one bidang of its forum at least."""


@dataclass(frozen=True)
class Description:
    """The name of a programme, its bidang, and the levels with a duty (none: all)."""

    name: str
    short_name: str
    bidang: Collection[Bidang]
    responsible_levels: Collection[Level]
    levels_basis: str = ""


def description_of(programme: Programme) -> Description:
    return Description(
        name=programme.name,
        short_name=programme.short_name,
        bidang=tuple(programme.bidang.all()),
        responsible_levels=tuple(map(Level, programme.responsible_levels)),
        levels_basis=programme.levels_basis,
    )


def seen_of_description(programme: Programme) -> str:
    return stamp(_told(description_of(programme)))


@act
def describe_programme(
    programme: Programme,
    wanted: Description,
    *,
    reason: str,
    by: Membership,
    at: datetime,
    seen: str = "",
) -> Programme:
    """Change name, bidang and levels; `seen` is the stamp of what the page showed."""
    programme.refresh_from_db(from_queryset=Programme.objects.select_for_update())
    check_keeper(programme.forum, by)
    _check(programme, wanted, reason)
    before, after = _told(description_of(programme)), _told(wanted)
    changed = [name for name in after if after[name] != before[name]]
    if not changed:
        raise SameAsBefore(
            _("Nothing differs from what is already said of %(programme)s.")
            % {"programme": programme.label}
        )
    if seen and seen != stamp(before):
        raise Overtaken(
            _(
                "%(programme)s was changed after your page was opened. What you typed "
                "stands below and is not saved; save once more to put it in its place."
            )
            % {"programme": programme.label}
        )
    programme.name, programme.short_name = after["name"], after["short_name"]
    programme.responsible_levels = after["responsible_levels"]
    programme.levels_basis = after["levels_basis"]
    programme.save()
    programme.bidang.set(wanted.bidang)
    ledger.record(
        "describe_programme",
        programme,
        reference=reference_of(programme),
        by=by,
        at=at,
        before={name: before[name] for name in changed},
        after={name: after[name] for name in changed},
        reason=reason.strip(),
    )
    return programme


def _check(programme: Programme, wanted: Description, reason: str) -> None:
    if not reason.strip():
        raise NoReason(_("Say what this rests on; every government will read it."))
    if not wanted.bidang or any(
        each.forum_id != programme.forum_id for each in wanted.bidang
    ):
        raise NoBidang(
            _("Choose at least one bidang of %(forum)s.") % {"forum": programme.forum}
        )


def _told(description: Description) -> dict[str, Any]:
    """In the order of the forum, so that a choice in another order changes nothing."""
    bidang = sorted(description.bidang, key=lambda each: each.order)
    levels = [level for level in Level if level in description.responsible_levels]
    return {
        "name": " ".join(description.name.split()),
        "short_name": " ".join(description.short_name.split()),
        "bidang": [each.code for each in bidang],
        "responsible_levels": [level.value for level in levels],
        "levels_basis": " ".join(description.levels_basis.split()),
    }
