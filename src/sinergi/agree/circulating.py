"""What is due while texts go round in writing."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sinergi.agree import access
from sinergi.agree.models import Recommendation
from sinergi.agree.rounds import round_of
from sinergi.agree.rules import State
from sinergi.convene.access import keeps_circulation
from sinergi.convene.models import Meeting
from sinergi.convene.rules import OVER
from sinergi.core.introductions import Task
from sinergi.core.models import Membership


def in_writing(by: Membership, now: datetime) -> Iterator[Task]:
    """What goes round after a closing: answers of governments, and its own closing."""
    going = Recommendation.objects.filter(
        state=State.IN_CIRCULATION.value,
        meeting__state__in=sorted(OVER),
        meeting__forum__seats__government=by.government_id,
    )
    to_close: dict[Meeting, bool] = {}
    for recommendation in going.for_pages().distinct():
        meeting = recommendation.meeting
        found = round_of(recommendation)
        until = meeting.circulation_until(by.government)
        if found is None or until is None:
            continue
        is_heard = found.is_heard(now)
        to_close[meeting] = to_close.get(meeting, True) and is_heard
        is_asked = by.government.slug in found.waiting and now < until
        if is_asked and access.answers_in(by, meeting):
            yield Task(
                title=gettext("Written position until %(day)s")
                % {"day": date_format(found.last_day)},
                subject=str(recommendation),
                url=reverse("agree_work:position", args=[recommendation.pk]),
                button=_("Answer in writing"),
                due_at=until,
            )
    for meeting, is_heard in to_close.items():
        if keeps_circulation(by, meeting):
            yield Task(
                title=_("Close the circulation"),
                subject=meeting.title,
                url=reverse("agree_work:circulation", args=[meeting.slug]),
                button=_("Check"),
                waiting_for_others=not is_heard,
            )
