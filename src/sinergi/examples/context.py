"""What the example adds to a page: its accounts, on the login page only."""

from typing import Any

from django.http import HttpRequest

from sinergi.core.models import Membership
from sinergi.examples.ntb.people import PASSWORD, listed_emails

LOGIN = "account_login"


def demo_accounts(request: HttpRequest) -> dict[str, Any]:
    """One account a role where simulated people live; nothing anywhere else."""
    match = request.resolver_match
    if match is None or match.view_name != LOGIN:
        return {}
    order = {email: place for place, email in enumerate(listed_emails())}
    held = Membership.objects.filter(
        person__email__in=order, person__is_simulated=True
    ).select_related("person", "government")
    return {
        "demo_accounts": [
            {
                "name": each.person.name,
                "office": each.title,
                "government": each.government.name,
                "email": each.person.email,
                "password": PASSWORD,
            }
            for each in sorted(held, key=lambda each: order[each.person.email])
        ]
    }
