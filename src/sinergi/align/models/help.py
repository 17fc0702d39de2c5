"""Requests for help on a cell of the matrix, and what others offer."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from sinergi.align import words
from sinergi.align.models.programmes import Programme
from sinergi.align.rules import LIVE_HELP, AnswerState, HelpState
from sinergi.core.constraints import one_of
from sinergi.core.marks import Mark
from sinergi.core.models import Forum, Place
from sinergi.core.rules import Provenance


class HelpRequestQuerySet(models.QuerySet["HelpRequest"]):
    def of_forum(self, forum: Forum) -> HelpRequestQuerySet:
        asked = self.filter(programme__forum=forum)
        return asked.select_related("programme__forum", "government")

    def unanswered(self) -> HelpRequestQuerySet:
        return self.filter(state=HelpState.OPEN)

    def live(self) -> HelpRequestQuerySet:
        """Neither settled nor withdrawn."""
        return self.filter(state__in=LIVE_HELP)

    def with_answers(self) -> HelpRequestQuerySet:
        return self.prefetch_related(
            models.Prefetch("answers", HelpAnswer.objects.select_related("government"))
        )


class HelpRequest(models.Model):
    """A government asks for help on a cell of the matrix (kebutuhan dukungan)."""

    reference = models.CharField(max_length=24, unique=True)
    programme = models.ForeignKey(
        Programme, models.PROTECT, related_name="help_requests"
    )
    government = models.ForeignKey(Place, models.PROTECT, related_name="help_requests")
    year = models.PositiveSmallIntegerField()
    text = models.TextField()
    state = models.CharField(max_length=12, default=HelpState.OPEN.value)
    # Why it was withdrawn or opened again, or what came of it.
    closing_words = models.TextField(blank=True)
    provenance = models.CharField(max_length=12)
    asked_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    objects = HelpRequestQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at"]
        constraints = [
            one_of("state", HelpState, "helprequest_state_known"),
            one_of("provenance", Provenance, "helprequest_provenance_known"),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def mark(self) -> Mark:
        return words.HELP[HelpState(self.state)]

    @property
    def state_label(self) -> str:
        return str(self.mark.label)

    @property
    def is_live(self) -> bool:
        return self.state in LIVE_HELP


class HelpAnswer(models.Model):
    """What the province or a peer answers to a request for help."""

    request = models.ForeignKey(HelpRequest, models.PROTECT, related_name="answers")
    government = models.ForeignKey(Place, models.PROTECT, related_name="help_answers")
    text = models.TextField()
    state = models.CharField(max_length=12, default=AnswerState.OFFERED.value)
    # Why it was declined or taken back.
    reason = models.TextField(blank=True)
    provenance = models.CharField(max_length=12)
    answered_at = models.DateTimeField()

    class Meta:
        ordering = ["answered_at"]
        constraints = [
            one_of("state", AnswerState, "helpanswer_state_known"),
            one_of("provenance", Provenance, "helpanswer_provenance_known"),
            # One offer of a request is taken up at a time.
            models.UniqueConstraint(
                fields=["request"],
                condition=Q(state=AnswerState.ACCEPTED.value),
                name="helpanswer_one_accepted",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.government} · {self.request}"

    @property
    def mark(self) -> Mark:
        return words.ANSWER[AnswerState(self.state)]

    @property
    def state_label(self) -> str:
        return str(self.mark.label)
