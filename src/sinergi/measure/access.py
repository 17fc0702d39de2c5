"""Who may do what here: gates by page, predicates by object."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from sinergi.collect.access import keeps_surveys
from sinergi.core.access import Gate, anyone, member, roles, speaks_for
from sinergi.core.models import Forum, Membership, Place
from sinergi.core.refusal import NotAllowed
from sinergi.core.rules import Role

walidata = roles(Role.STATISTICIAN)


def keeps_figures(by: Membership | None) -> bool:
    """Walidata of a coordinating government."""
    return by is not None and any(
        keeps_surveys(by, forum)
        for forum in Forum.objects.filter(coordinator=by.government_id)
    )


def sets_target(by: Membership | None, government: Place) -> bool:
    """Who speaks for the government, or the walidata of its forum."""
    if by is None:
        return False
    forums = Forum.objects.filter(members=government)
    return speaks_for(by, government) or any(keeps_surveys(by, f) for f in forums)


def require_walidata(by: Membership, forum: Forum | None = None) -> None:
    allowed = keeps_surveys(by, forum) if forum else keeps_figures(by)
    if not allowed:
        raise NotAllowed(
            _(
                "Figures are kept by the statistician (walidata) of the coordinating "
                "government. Ask that office."
            )
        )


_PUBLIC = (
    "index",
    "government",
    "release",
    "release_csv",
    "release_json",
    "difference",
    "published_csv",
    "published_json",
)
_WALIDATA = (
    "new_series",
    "series",
    "add_method",
    "add_value",
    "correct_value",
    "definitions",
    "new_definition",
    "definition",
    "new_release",
    "release",
    "publish",
    "discard",
)

GATES: Mapping[str, Gate] = {
    **{f"measure:{name}": anyone for name in _PUBLIC},
    "measure_work:home": member,
    "measure_work:targets": member,
    "measure_work:set_target": roles(Role.STATISTICIAN, Role.OPERATOR, Role.HEAD),
    **{f"measure_work:{name}": walidata for name in _WALIDATA},
}
