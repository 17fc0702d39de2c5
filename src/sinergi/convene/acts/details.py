"""What a meeting says of itself: title, purpose, place and days."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sinergi.convene import guards, rules
from sinergi.convene.models import Meeting
from sinergi.convene.rules import MeetingKind
from sinergi.core.models import Forum, Place
from sinergi.core.refusal import Refusal


class EndsBeforeStart(Refusal):
    """The last day lies before the first."""


class NoSuchDays(Refusal):
    """The days are a slip of the pen: of another age, or of many months."""


class HostOutsideForum(Refusal):
    """The host is no government of the forum."""


@dataclass(frozen=True)
class Details:
    """What a meeting is, where and when."""

    title: str
    kind: MeetingKind
    purpose: str
    host: Place
    venue: str
    starts_on: date
    ends_on: date

    def values(self) -> dict[str, Any]:
        return {field.name: getattr(self, field.name) for field in fields(self)}


def check(details: Details, forum: Forum, at: datetime) -> None:
    if details.ends_on < details.starts_on:
        raise EndsBeforeStart(
            _("The last day (%(last)s) lies before the first (%(first)s).")
            % {
                "last": date_format(details.ends_on),
                "first": date_format(details.starts_on),
            }
        )
    if not rules.plausible_days(details.starts_on, details.ends_on, at.date()):
        raise NoSuchDays(
            _(
                "From %(first)s to %(last)s: a meeting takes at most %(days)d days and "
                "lies within %(years)d years of today. Correct the year or the day."
            )
            % {
                "first": date_format(details.starts_on),
                "last": date_format(details.ends_on),
                "days": rules.MOST_DAYS,
                "years": rules.YEARS_AWAY,
            }
        )
    if not forum.seats.filter(government=details.host).exists():
        raise HostOutsideForum(
            _("%(host)s is no government of %(forum)s. Choose one that is.")
            % {"host": details.host, "forum": forum}
        )


def described(meeting: Meeting) -> dict[str, str]:
    return guards.text(
        {
            "title": meeting.title,
            "kind": meeting.kind,
            "purpose": meeting.purpose,
            "host": meeting.host.slug,
            "venue": meeting.venue,
            "starts_on": meeting.starts_on,
            "ends_on": meeting.ends_on,
        }
    )
