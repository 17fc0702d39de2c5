"""What the projector shows, the clock of an agenda item, and links to the projector."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models
from django.db.models import QuerySet

from sinergi.convene.models.meeting import Meeting
from sinergi.convene.models.programme import AgendaItem
from sinergi.convene.rules import Clock, Hung, Subject
from sinergi.core.constraints import one_of
from sinergi.core.models import Membership
from sinergi.core.rules import last_moment


class ProjectionQuerySet(models.QuerySet["Projection"]):
    def now(self) -> Projection | None:
        return self.filter(hung=Hung.CURRENT.value).first()

    def next(self) -> Projection | None:
        return self.filter(hung=Hung.NEXT.value).first()

    def past(self) -> ProjectionQuerySet:
        return self.filter(hung=Hung.PAST.value).order_by("-shown_at", "-pk")


class Projection(models.Model):
    """One thing on the wall of a meeting: coming next, shown now, or shown before."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="projections")
    # Later stages show things of their own, so it is named and not pointed at.
    subject = models.CharField(max_length=40)
    title = models.CharField(max_length=300)
    hung = models.CharField(max_length=8, default=Hung.NEXT.value)
    by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    shown_at = models.DateTimeField(null=True, blank=True)
    taken_off_at = models.DateTimeField(null=True, blank=True)

    objects = ProjectionQuerySet.as_manager()

    class Meta:
        ordering = ["meeting", "pk"]
        constraints = [
            one_of("hung", Hung, "projection_hung_known"),
            models.UniqueConstraint(
                fields=["meeting"],
                condition=models.Q(hung=Hung.CURRENT.value),
                name="projection_one_now",
            ),
            models.UniqueConstraint(
                fields=["meeting"],
                condition=models.Q(hung=Hung.NEXT.value),
                name="projection_one_next",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def what(self) -> Subject | None:
        return Subject.read(self.subject)


class Timer(models.Model):
    """The clock of one agenda item: what is used, and since when it runs."""

    item = models.OneToOneField(
        AgendaItem, models.CASCADE, related_name="timer", primary_key=True
    )
    spent_seconds = models.PositiveIntegerField(default=0)
    started_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["item"]

    def __str__(self) -> str:
        return str(self.item)

    @property
    def clock(self) -> Clock:
        return Clock(
            self.item.minutes, timedelta(seconds=self.spent_seconds), self.started_at
        )


class ProjectorKeyQuerySet(models.QuerySet["ProjectorKey"]):
    def valid(self, at: datetime) -> ProjectorKeyQuerySet:
        return self.filter(revoked_at=None, expires_at__gt=at)


class ProjectorKey(models.Model):
    """A link with which a laptop in the hall shows the wall without signing in."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="projector_keys")
    made_at = models.DateTimeField()
    by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = ProjectorKeyQuerySet.as_manager()

    class Meta:
        ordering = ["meeting", "-made_at"]

    def __str__(self) -> str:
        return f"{self.meeting} {self.pk}"

    @property
    def last_moment(self) -> datetime:
        """Until when it holds, as a page shows it."""
        return last_moment(self.expires_at)


def running_timers(meeting: Meeting) -> QuerySet[Timer]:
    """The clocks that run in this meeting, the latest first."""
    timers = Timer.objects.filter(item__session__meeting=meeting)
    running = timers.filter(started_at__isnull=False)
    return running.select_related("item__session").order_by("-started_at")
