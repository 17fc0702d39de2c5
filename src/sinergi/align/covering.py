"""Who could help: governments whose plans cover the cell a request for help is on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sinergi.align.models import HelpRequest, Plan
from sinergi.core.models import Forum, Place


def covering(
    forum: Forum, requests: Iterable[HelpRequest]
) -> Mapping[int, list[Place]]:
    """By request: those of the forum who plan for its programme and year, alone or
    jointly, in the order of their seats; never who asks."""
    asked = list(requests)
    plans = Plan.objects.standing().filter(
        programme__in={each.programme_id for each in asked},
        year__in={each.year for each in asked},
    )
    planning: dict[tuple[int, int], set[int]] = defaultdict(set)
    for plan in plans.with_partners():
        places = [plan.government, *plan.accepted]
        planning[plan.programme_id, plan.year] |= {place.pk for place in places}
    seated = forum.governments()
    return {
        each.pk: [
            place
            for place in seated
            if place.pk in planning[each.programme_id, each.year]
            and place.pk != each.government_id
        ]
        for each in asked
    }
