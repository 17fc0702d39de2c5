"""Forms about the programme: sessions, agenda, order of opening."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from sinergi.convene import words
from sinergi.convene.models import Meeting
from sinergi.convene.rules import SessionKind
from sinergi.core.choices import offer, offer_words
from sinergi.core.models import Bidang
from sinergi.core.stale import SeenForm
from sinergi.letters.rules import HeldAs
from sinergi.letters.words import HELD_AS


def time_input() -> forms.TimeInput:
    return forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


class SessionForm(forms.Form):
    """A session on one of the days; what it is stays as it was made."""

    kind = forms.ChoiceField(
        label=_("Plenary or group"), choices=lambda: words.SESSION.items()
    )
    bidang = forms.ModelChoiceField(
        label=_("Bidang"),
        queryset=Bidang.objects.none(),
        required=False,
        empty_label=_("none (plenary)"),
        help_text=_("For a group: the field in which it meets."),
    )
    title = forms.CharField(label=_("Title"), max_length=160)
    day = forms.TypedChoiceField(label=_("Day"), coerce=datetime.fromisoformat)
    starts = forms.TimeField(label=_("Begins"), widget=time_input())
    ends = forms.TimeField(label=_("Ends"), widget=time_input())
    room = forms.CharField(label=_("Room"), max_length=120, required=False)

    def __init__(
        self, *args: Any, meeting: Meeting, new: bool = True, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.zone = ZoneInfo(meeting.zone)
        days = [(day.isoformat(), date_format(day, "l, j F Y")) for day in meeting.days]
        offer_words(self, "day", days)
        if new:
            offer(self, "bidang", meeting.forum.bidang.all())
        else:
            del self.fields["kind"], self.fields["bidang"]

    def clean_kind(self) -> SessionKind:
        return SessionKind(self.cleaned_data["kind"])

    def values(self) -> dict[str, Any]:
        """What the act takes: day and times joined where the meeting takes place."""
        values = dict(self.cleaned_data)
        day = values.pop("day").date()
        for end in ("starts", "ends"):
            moment = datetime.combine(day, values.pop(end), self.zone)
            values[f"{end}_at"] = moment
        return values


class ChangeSessionForm(SeenForm, SessionForm):
    """A session that is there, as it was when the page was opened."""


class AgendaItemForm(forms.Form):
    title = forms.CharField(label=_("Agenda item"), max_length=200)
    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=600)
    presenter = forms.CharField(
        label=_("Presented by"),
        max_length=160,
        required=False,
        help_text=_("Write the office, not the name: the public reads this."),
    )


class ChangeAgendaItemForm(SeenForm, AgendaItemForm):
    """An item that is there, as it was when the page was opened."""


class OpeningForm(forms.Form):
    title = forms.CharField(
        label=_("Part of the opening"),
        max_length=160,
        help_text=_("For example: report of the committee, welcome of the host."),
    )
    office = forms.CharField(
        label=_("Office"),
        max_length=160,
        help_text=_("The office that speaks, or in whose name another one speaks."),
    )
    held_as = forms.ChoiceField(
        label=_("Held as"), choices=lambda: HELD_AS.items(), required=False
    )
    represented_by = forms.CharField(
        label=_("Speaks in its name (atas nama)"),
        max_length=160,
        required=False,
        help_text=_(
            "Only when another office speaks: that office. Write no name: the public "
            "reads this."
        ),
    )

    def clean_held_as(self) -> HeldAs:
        return HeldAs(self.cleaned_data["held_as"] or HeldAs.DEFINITE)
