"""What is due from a membership in aligning."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sinergi.align import access
from sinergi.align.models import HelpAnswer, HelpRequest, Partner, PlanSheet
from sinergi.align.rules import AnswerState, HelpState, SheetState
from sinergi.core.introductions import Task
from sinergi.core.models import Forum, Membership


def due(by: Membership, now: datetime) -> Iterator[Task]:
    """Invitations to answer, requests the province can answer, and what we wait for."""
    if access.may_enter(by, by.government):
        yield from _invitations(by)
        yield from _sheets(by)
    if access.may_enter(by, by.government):
        yield from _to_follow(by)
    yield from _promised(by)
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


def _sheets(by: Membership) -> Iterator[Task]:
    brought = PlanSheet.objects.filter(
        government=by.government, state=SheetState.BROUGHT
    )
    for sheet in brought:
        yield Task(
            title=_("Confirm a file of plans"),
            subject=f"{sheet.reference}, {sheet.year}",
            url=reverse("align_work:sheet", args=[sheet.reference]),
            button=_("Look at it"),
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


def _to_follow(by: Membership) -> Iterator[Task]:
    """What the government that asked has to say next."""
    titles = {
        HelpState.ANSWERED: (_("Accept or decline an offer of help"), _("Open")),
        HelpState.ACCEPTED: (_("Say whether the help was given"), _("Open")),
    }
    asked = HelpRequest.objects.filter(government=by.government, state__in=titles)
    for request in asked.select_related("programme"):
        title, button = titles[HelpState(request.state)]
        yield Task(
            title=title,
            subject=request.programme.label,
            url=reverse("align_work:request", args=[request.reference]),
            button=button,
        )


def _promised(by: Membership) -> Iterator[Task]:
    """Help this government offered and the other accepted."""
    if not access.may_offer(by):
        return
    promised = HelpAnswer.objects.filter(
        government=by.government,
        state=AnswerState.ACCEPTED,
        request__state=HelpState.ACCEPTED,
    ).select_related("request__government", "request__programme")
    for answer in promised:
        yield Task(
            title=_("Give the help that was accepted"),
            subject=f"{answer.request.government}: {answer.request.programme.label}",
            url=reverse("align_work:request", args=[answer.request.reference]),
            button=_("Open"),
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
