"""Calling a meeting: the draft, and what it says of itself."""

from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.text import slugify
from django.utils.translation import gettext as _

from sinergi.convene import access, guards, rules
from sinergi.convene.acts.details import Details, check, described
from sinergi.convene.acts.freshness import refuse_overtaken
from sinergi.convene.acts.schedule import moved, reschedule
from sinergi.convene.models import Meeting
from sinergi.convene.rules import MeetingKind, MeetingState, Part
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.models import Forum, Membership, Place
from sinergi.core.refusal import Refusal

# Addresses of the form for a new meeting and of the minutes of all meetings; no
# meeting can live there.
RESERVED = frozenset({"baru", "notulen"})


class SessionOutsideDays(Refusal):
    """A session would lie outside the days of the meeting."""


class AlreadyDrafted(Refusal):
    """The same meeting on the same days is there."""

    def __init__(self, message: str, meeting: Meeting) -> None:
        super().__init__(message)
        self.meeting = meeting


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
    check(details, forum, at)
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
        after=described(meeting),
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
    seen: str = "",
) -> Meeting:
    """Change what, where and when; after the invitation only with a reason.

    `seen` is the stamp of the details as the page showed them.
    """
    guards.secretariat_changes(Part.DETAILS, meeting, by)
    if not meeting.is_draft:
        reason = guards.with_reason(reason)
    details = Details(title, kind, purpose, host, venue, starts_on, ends_on)
    check(details, meeting.forum, at)
    refuse_overtaken(meeting, details.values(), seen=seen, zone=meeting.zone)
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
    before = described(meeting)
    for name, value in details.values().items():
        setattr(meeting, name, value)
    meeting.save()
    after = described(meeting)
    if moved(before, after):
        reschedule(meeting, at)
    ledger.record(
        "change_meeting",
        meeting,
        reference=meeting.slug,
        by=by,
        at=at,
        before=before,
        after=after,
        reason=reason,
    )
    return meeting


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
    while slug in taken or slug in RESERVED:
        slug, number = f"{stem}-{number}", number + 1
    return slug
