"""Only the walidata of the coordinating government touches surveys."""

from django.utils.translation import gettext as _

from sinergi.collect import access
from sinergi.core.models import Forum, Membership
from sinergi.core.refusal import NotAllowed


def require_walidata(by: Membership, forum: Forum) -> None:
    if not access.keeps_surveys(by, forum):
        raise NotAllowed(
            _(
                "Surveys are kept by the statistician (walidata) of %(government)s. "
                "Ask that office."
            )
            % {"government": forum.coordinator.name}
        )
