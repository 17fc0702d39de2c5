"""What collecting asks of a membership."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sinergi.collect.access import walidata
from sinergi.collect.models import Import, Wave
from sinergi.collect.rules import ImportState, WaveState
from sinergi.core.introductions import Task
from sinergi.core.models import Membership


def tasks(membership: Membership, now: datetime) -> Iterator[Task]:
    if not walidata(membership):
        return
    kept = {"survey__forum__coordinator": membership.government}
    for wave in Wave.objects.filter(state=WaveState.CONFIRMED.value, **kept):
        yield Task(
            title=_("The file of a wave is confirmed: freeze the wave"),
            subject=wave.title,
            url=reverse("collect:freeze", args=[wave.slug]),
            button=_("Freeze"),
        )
    checked = Import.objects.filter(
        state=ImportState.CHECKED.value,
        wave__state=WaveState.OPEN.value,
        wave__survey__forum__coordinator=membership.government,
    )
    for brought in checked.select_related("wave"):
        yield Task(
            title=_("A file is checked: read the report and confirm it"),
            subject=f"{brought.wave.title} · {brought.file_name}",
            url=reverse("collect:report", args=[brought.pk]),
            button=_("Read the report"),
        )
