"""Who may do what here: gates by page, predicates by object."""

from collections.abc import Mapping

from sinergi.core.access import Gate, of_government, roles
from sinergi.core.models import Forum, Membership
from sinergi.core.rules import Role

walidata = roles(Role.STATISTICIAN)


def keeps_surveys(by: Membership | None, forum: Forum) -> bool:
    """Walidata of the coordinating government: imports, freezes, releases, and is the
    only one who sees answers of respondents."""
    return walidata(by) and of_government(by, forum.coordinator)


GATES: Mapping[str, Gate] = {
    "collect:surveys": walidata,
    "collect:new_survey": walidata,
    "collect:survey": walidata,
    "collect:publish_form": walidata,
    "collect:form": walidata,
    "collect:open_wave": walidata,
    "collect:wave": walidata,
    "collect:upload": walidata,
    "collect:mapping": walidata,
    "collect:report": walidata,
    "collect:problems": walidata,
    "collect:confirm": walidata,
    "collect:discard": walidata,
    "collect:reopen": walidata,
    "collect:freeze": walidata,
}
