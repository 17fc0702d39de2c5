"""Calling a meeting: the draft, its details and its tata tertib."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.text import slugify
from django.utils.translation import gettext as _

from sinergi.convene import access, guards, rules
from sinergi.convene.models import Meeting, RulesOfProcedure
from sinergi.convene.rules import MeetingKind, MeetingState, Part
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.models import Forum, Membership, Place
from sinergi.core.refusal import Refusal

# The address of the form for a new meeting; no meeting can live there.
NEW = "baru"


class EndsBeforeStart(Refusal):
    """The last day lies before the first."""


class NoSuchDays(Refusal):
    """The days are a slip of the pen: of another age, or of many months."""


class HostOutsideForum(Refusal):
    """The host is no government of the forum."""


class SessionOutsideDays(Refusal):
    """A session would lie outside the days of the meeting."""


class AlreadyDrafted(Refusal):
    """The same meeting on the same days is there."""

    def __init__(self, message: str, meeting: Meeting) -> None:
        super().__init__(message)
        self.meeting = meeting


class NoSuchQuorum(Refusal):
    """The quorum is not a percentage between 1 and 100."""


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


@act
def draft_meeting(
    forum: Forum,
    *,
    title: str,
    kind: MeetingKind,
    purpose: str,
    host: Place,
    venue: str,
    starts_on: date,
    ends_on: date,
    by: Membership,
    at: datetime,
) -> Meeting:
    """Begin a meeting as a draft that only its committee and secretariat see."""
    guards.must(access.is_secretariat(by, forum), guards.secretariat_only())
    details = Details(title, kind, purpose, host, venue, starts_on, ends_on)
    _check(details, forum, at)
    _refuse_twin(details, forum, by)
    meeting = Meeting.objects.create(
        forum=forum,
        slug=_free_slug(title),
        state=MeetingState.DRAFT.value,
        provenance=by.provenance,
        **details.values(),
    )
    ledger.record(
        "draft_meeting",
        meeting,
        reference=meeting.slug,
        by=by,
        at=at,
        after=_described(meeting),
    )
    return meeting


@act
def change_meeting(
    meeting: Meeting,
    *,
    title: str,
    kind: MeetingKind,
    purpose: str,
    host: Place,
    venue: str,
    starts_on: date,
    ends_on: date,
    reason: str = "",
    by: Membership,
    at: datetime,
) -> Meeting:
    """Change what, where and when; after the invitation only with a reason."""
    guards.secretariat_changes(Part.DETAILS, meeting, by)
    if not meeting.is_draft:
        reason = guards.with_reason(reason)
    details = Details(title, kind, purpose, host, venue, starts_on, ends_on)
    _check(details, meeting.forum, at)
    outside = [
        session.title
        for session in meeting.sessions.all()
        if not rules.within_days(
            session.starts_at, session.ends_at, starts_on, ends_on, host.time_zone
        )
    ]
    if outside:
        raise SessionOutsideDays(
            _("These sessions lie outside the new days: %(sessions)s. Move them first.")
            % {"sessions": ", ".join(outside)}
        )
    before = _described(meeting)
    for name, value in details.values().items():
        setattr(meeting, name, value)
    meeting.save()
    ledger.record(
        "change_meeting",
        meeting,
        reference=meeting.slug,
        by=by,
        at=at,
        before=before,
        after=_described(meeting),
        reason=reason,
    )
    return meeting


@act
def set_procedure(
    meeting: Meeting,
    *,
    quorum_percent: int,
    all_must_answer: bool,
    absence_answers: bool,
    days_to_plan: int,
    days_to_report: int = 15,
    days_to_reply: int = 14,
    by: Membership,
    at: datetime,
) -> RulesOfProcedure:
    """Set the tata tertib; once the meeting runs it stands still."""
    guards.secretariat_changes(Part.PROCEDURE, meeting, by)
    if not 1 <= quorum_percent <= 100:
        raise NoSuchQuorum(
            _("%(percent)d%% is no quorum. Write a number from 1 to 100.")
            % {"percent": quorum_percent}
        )
    known = RulesOfProcedure.objects.filter(meeting=meeting).first()
    before = _ruled(known) if known else {}
    procedure, _new = RulesOfProcedure.objects.update_or_create(
        meeting=meeting,
        defaults={
            "quorum_percent": quorum_percent,
            "all_must_answer": all_must_answer,
            "absence_answers": absence_answers,
            "days_to_plan": days_to_plan,
            "days_to_report": days_to_report,
            "days_to_reply": days_to_reply,
        },
    )
    meeting.procedure = procedure
    ledger.record(
        "set_procedure",
        procedure,
        reference=meeting.slug,
        by=by,
        at=at,
        before=before,
        after=_ruled(procedure),
    )
    return procedure


def _check(details: Details, forum: Forum, at: datetime) -> None:
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


def _refuse_twin(details: Details, forum: Forum, by: Membership) -> None:
    """A form sent twice makes one meeting."""
    # Serialises drafting on PostgreSQL; SQLite has one writer anyway.
    Forum.objects.select_for_update().get(pk=forum.pk)
    twin = forum.meetings.filter(
        title__iexact=details.title,
        starts_on=details.starts_on,
        ends_on=details.ends_on,
        provenance=by.provenance,
    ).first()
    if twin:
        raise AlreadyDrafted(
            _(
                "“%(title)s” from %(first)s to %(last)s is there already. Change it, "
                "or give this one another title or other days."
            )
            % {
                "title": twin.title,
                "first": date_format(twin.starts_on),
                "last": date_format(twin.ends_on),
            },
            twin,
        )


def _free_slug(title: str) -> str:
    """An address from the title; a number tells two of the same title apart."""
    stem = slugify(title)[:40].strip("-") or "rakor"
    taken = set(
        Meeting.objects.filter(slug__startswith=stem).values_list("slug", flat=True)
    )
    slug, number = stem, 2
    while slug in taken or slug == NEW:
        slug, number = f"{stem}-{number}", number + 1
    return slug


def _described(meeting: Meeting) -> dict[str, str]:
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


def _ruled(procedure: RulesOfProcedure) -> dict[str, str]:
    return guards.text(
        {
            "quorum_percent": procedure.quorum_percent,
            "all_must_answer": procedure.all_must_answer,
            "absence_answers": procedure.absence_answers,
            "days_to_plan": procedure.days_to_plan,
            "days_to_report": procedure.days_to_report,
            "days_to_reply": procedure.days_to_reply,
        }
    )
