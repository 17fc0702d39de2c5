"""The programme of a meeting: sessions, order of opening, agenda."""

from datetime import date, datetime

from django.db import models

from sinergi.convene import rules, words
from sinergi.convene.models.meeting import Meeting
from sinergi.convene.rules import SessionKind
from sinergi.core.constraints import one_of
from sinergi.core.models import Bidang
from sinergi.letters.rules import HeldAs


class Session(models.Model):
    """The plenary or a group by bidang, in a room, from a time to a time."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="sessions")
    kind = models.CharField(max_length=12)
    bidang = models.ForeignKey(
        Bidang, models.PROTECT, null=True, blank=True, related_name="sessions"
    )
    title = models.CharField(max_length=160)
    room = models.CharField(max_length=120, blank=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        ordering = ["meeting", "starts_at", "title"]
        constraints = [
            one_of("kind", SessionKind, "session_kind_known"),
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")),
                name="session_ends_after_start",
            ),
            models.CheckConstraint(
                condition=models.Q(kind=SessionKind.PLENARY.value, bidang=None)
                | models.Q(kind=SessionKind.GROUP.value, bidang__isnull=False),
                name="session_group_has_bidang",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def kind_label(self) -> str:
        return str(words.SESSION[SessionKind(self.kind)])

    @property
    def is_group(self) -> bool:
        return SessionKind(self.kind) is SessionKind.GROUP

    @property
    def minutes(self) -> int:
        return rules.session_minutes(self.starts_at, self.ends_at)

    @property
    def span(self) -> tuple[datetime, datetime]:
        return self.starts_at, self.ends_at

    @property
    def day(self) -> date:
        return rules.local_day(self.starts_at, self.meeting.zone)


class Opening(models.Model):
    """One entry of the order of opening: what, which office, represented by whom."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="openings")
    order = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=160)
    office = models.CharField(max_length=160)
    held_as = models.CharField(max_length=8, default=HeldAs.DEFINITE.value)
    # The office that speaks in its name (atas nama), if another one does.
    represented_by = models.CharField(max_length=160, blank=True)

    class Meta:
        ordering = ["meeting", "order"]
        constraints = [
            one_of("held_as", HeldAs, "opening_held_as_known"),
            models.UniqueConstraint(
                fields=["meeting", "order"], name="opening_order_once"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def speaker(self) -> str:
        return rules.speaker(self.office, HeldAs(self.held_as), self.represented_by)


class AgendaItem(models.Model):
    """One thing on the agenda of a session, with the minutes it may take."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="agenda")
    order = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    minutes = models.PositiveSmallIntegerField()
    presenter = models.CharField(max_length=160, blank=True)

    class Meta:
        ordering = ["session", "order"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "order"], name="agendaitem_order_once"
            )
        ]

    def __str__(self) -> str:
        return self.title
