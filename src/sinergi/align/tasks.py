"""What is due from a membership in aligning."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sinergi.align import access
from sinergi.align.models import HelpRequest, Partner
from sinergi.core.introductions import Task
from sinergi.core.models import Forum, Membership


def due(by: Membership, now: datetime) -> Iterator[Task]:
    """Invitations to answer, requests the province can answer, and what we wait for."""
    if access.may_enter(by, by.government):
        yield from _invitations(by)
    for forum in Forum.objects.filter(seats__government=by.government):
        if access.answers_for_the_province(by, forum):
            yield from _requests(forum, by)
    if access.may_enter(by, by.government):
        yield from _waiting(by)


def _invitations(by: Membership) -> Iterator[Task]:
    asked = Partner.objects.unanswered().filter(government=by.government)
    for partner in asked:
        yield Task(
            title=_("Answer an invitation to do a plan together"),
            subject=f"{partner.plan.government}: {partner.plan.activity}",
            url=reverse("align_work:partner", args=[partner.pk]),
            button=_("Give an answer"),
        )


def _requests(forum: Forum, by: Membership) -> Iterator[Task]:
    asked = HelpRequest.objects.of_forum(forum).unanswered()
    for request in asked.exclude(government=by.government):
        yield Task(
            title=_("Answer a request for help"),
            subject=f"{request.government}: {request.programme.label}",
            url=reverse("align_work:request", args=[request.reference]),
            button=_("Give an answer"),
        )


def _waiting(by: Membership) -> Iterator[Task]:
    invited = Partner.objects.unanswered().filter(plan__government=by.government)
    for partner in invited:
        yield Task(
            title=_("Waiting for a partner's answer"),
            subject=f"{partner.government}: {partner.plan.activity}",
            url=reverse("align_work:plan", args=[partner.plan.reference]),
            button=_("Open"),
            waiting_for_others=True,
        )
    asked = HelpRequest.objects.unanswered().filter(government=by.government)
    for request in asked.select_related("programme"):
        yield Task(
            title=_("Waiting for help"),
            subject=request.programme.label,
            url=reverse("align_work:request", args=[request.reference]),
            button=_("Open"),
            waiting_for_others=True,
        )
