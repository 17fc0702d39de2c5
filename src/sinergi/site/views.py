"""'Tugas saya': only what is due from me."""

from datetime import datetime, timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from sinergi.core.doors import ActingRequest
from sinergi.core.introductions import Task, Text
from sinergi.core.models import Membership
from sinergi.core.rules import Provenance
from sinergi.site.introductions import INTRODUCTIONS
from sinergi.site.words import GROUPS, PAST

SOON = timedelta(days=30)


@require_safe
def tasks(request: ActingRequest) -> HttpResponse:
    now = timezone.now()
    mine = due_from(request.acting, now)
    found = grouped(mine, now)
    groups = [
        {
            "title": title,
            "rows": [_row(task, tone, word, now) for task in found[name]],
        }
        for name, (title, tone, word) in GROUPS.items()
        if found[name]
    ]
    due = len(mine) - len(found["waiting"])
    context = {
        "groups": groups,
        "count": due,
        # A simulated person has nothing but simulated things to do.
        "simulated": request.acting.provenance is Provenance.SIMULATED,
    }
    return render(request, "site/tasks.html", context)


def due_from(membership: Membership, now: datetime) -> list[Task]:
    """Every stage's tasks for this membership, the soonest first."""
    found = [
        task
        for introduction in INTRODUCTIONS
        if introduction.tasks
        for task in introduction.tasks(membership, now)
    ]
    return sorted(found, key=lambda task: (task.due_at is None, task.due_at or now))


def grouped(found: list[Task], now: datetime) -> dict[str, list[Task]]:
    """Late, returned, due soon, later, and what waits for someone else."""
    groups: dict[str, list[Task]] = {name: [] for name in GROUPS}
    for task in found:
        groups[_group(task, now)].append(task)
    return groups


def _row(task: Task, tone: str, word: Text, now: datetime) -> dict[str, object]:
    """A task with its mark: no day that has passed is called one to come."""
    if task.due_at and task.due_at < now and task.waiting_for_others:
        tone, word = "warn", PAST
    return {"task": task, "tone": tone, "word": word}


def _group(task: Task, now: datetime) -> str:
    if task.waiting_for_others:
        return "waiting"
    if task.due_at and task.due_at < now:
        return "late"
    if task.returned:
        return "returned"
    return "soon" if task.due_at and task.due_at < now + SOON else "later"
