"""Who may do what here: gates by page, predicates by object."""

from collections.abc import Mapping

from sinergi.align.models import HelpRequest, Plan
from sinergi.core.access import Gate, anyone, member, of_government, roles, speaks_for
from sinergi.core.models import Forum, Membership, Place
from sinergi.core.rules import Role

_speakers = roles(Role.OPERATOR, Role.HEAD)
_helpers = roles(Role.OPERATOR, Role.HEAD, Role.SECRETARIAT)

GATES: Mapping[str, Gate] = {
    "align:matrix": anyone,
    "align:matrix_csv": anyone,
    "align:programme": anyone,
    "align:cell": anyone,
    "align_work:plans": member,
    "align_work:enter": _speakers,
    "align_work:plan": member,
    "align_work:change": _speakers,
    "align_work:withdraw": _speakers,
    "align_work:invite": _speakers,
    "align_work:partner": _speakers,
    "align_work:help": member,
    "align_work:ask": _speakers,
    "align_work:request": member,
}


def may_enter(by: Membership | None, government: Place) -> bool:
    """Only its own operator or head enters what a government plans."""
    return speaks_for(by, government)


def may_change(by: Membership | None, plan: Plan) -> bool:
    """The province calls meetings and reviews; it edits nobody else's plan."""
    return speaks_for(by, plan.government)


def may_see_work(by: Membership | None, plan: Plan) -> bool:
    """Working pages of a plan: its own government and those asked to join it."""
    if by is None:
        return False
    asked = plan.partners.filter(government=by.government)
    return of_government(by, plan.government) or asked.exists()


def may_help(by: Membership | None, request: HelpRequest) -> bool:
    """The province or a peer of the same forum answers; nobody answers itself."""
    if by is None or not _helpers(by) or of_government(by, request.government):
        return False
    return request.programme.forum.seats.filter(government=by.government).exists()


def answers_for_the_province(by: Membership, forum: Forum) -> bool:
    """Open requests are a task of the coordinating government."""
    return _helpers(by) and of_government(by, forum.coordinator)
