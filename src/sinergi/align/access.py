"""Who may do what here: gates by page, predicates by object."""

from collections.abc import Mapping

from sinergi.align.models import HelpAnswer, HelpRequest, Plan
from sinergi.core.access import Gate, anyone, member, of_government, roles, speaks_for
from sinergi.core.models import Forum, Membership, Place
from sinergi.core.rules import Role

_speakers = roles(Role.OPERATOR, Role.HEAD)
_helpers = roles(Role.OPERATOR, Role.HEAD, Role.SECRETARIAT)
_keepers = roles(Role.SECRETARIAT)

GATES: Mapping[str, Gate] = {
    "align:matrix": anyone,
    "align:matrix_csv": anyone,
    "align:programme": anyone,
    "align:cell": anyone,
    "align:matrix_xlsx": anyone,
    "align:findings": anyone,
    "align:changes": anyone,
    "align:mandate": anyone,
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
    "align_work:request_step": _speakers,
    "align_work:answer_step": _helpers,
    "align_work:template": _speakers,
    "align_work:bring": _speakers,
    "align_work:sheet": _speakers,
    "align_work:discard_sheet": _speakers,
    "align_work:propose": _speakers,
    "align_work:programmes": _keepers,
    "align_work:programme": _keepers,
    "align_work:enter_programme": _keepers,
    "align_work:years": _keepers,
    "align_work:describe": _keepers,
    "align_work:add_mandate": _keepers,
    "align_work:remove_mandate": _keepers,
    "align_work:add_target": _keepers,
    "align_work:remove_target": _keepers,
    "align_work:obligation": _keepers,
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


def may_offer(by: Membership) -> bool:
    """Who may say for its government that it helps."""
    return _helpers(by)


def may_follow(by: Membership | None, request: HelpRequest) -> bool:
    """Who asked accepts, declines, settles, opens again and withdraws."""
    return speaks_for(by, request.government)


def may_take_back(by: Membership | None, answer: HelpAnswer) -> bool:
    """Who offered takes the offer back."""
    if by is None or not _helpers(by):
        return False
    return of_government(by, answer.government)


def keeps_programmes(by: Membership | None, forum: Forum) -> bool:
    """Programmes, their mandates and the duties are kept by the coordinator."""
    return _keepers(by) and of_government(by, forum.coordinator)


def answers_for_the_province(by: Membership, forum: Forum) -> bool:
    """Open requests are a task of the coordinating government."""
    return _helpers(by) and of_government(by, forum.coordinator)
