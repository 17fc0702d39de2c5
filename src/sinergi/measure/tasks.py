"""What measuring asks of a membership."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sinergi.core.introductions import Task
from sinergi.core.models import Membership
from sinergi.measure.access import walidata
from sinergi.measure.models import Release
from sinergi.measure.rules import ReleaseState


def tasks(membership: Membership, now: datetime) -> Iterator[Task]:
    if not walidata(membership):
        return
    drafts = Release.objects.filter(
        state=ReleaseState.DRAFT.value,
        wave__survey__forum__coordinator=membership.government,
    )
    for draft in drafts:
        yield Task(
            title=_("A draft release is computed: check and release it"),
            subject=draft.title,
            url=reverse("measure_work:release", args=[draft.pk]),
            button=_("Check the figures"),
        )
