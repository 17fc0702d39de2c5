"""The prose and the head of the report of results."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sinergi.agree.forms import limits
from sinergi.core.stale import SeenForm


def _prose(label: Any, rows: int) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        widget=forms.Textarea(attrs={"rows": rows}),
        max_length=limits.EXPLANATION,
    )


class ReportForm(SeenForm):
    number = forms.CharField(
        label=_("Number of the report"),
        max_length=80,
        required=False,
        help_text=_("The next of your pattern is proposed; it is given when sent."),
    )
    cover_number = forms.CharField(
        label=_("Number of the covering letter"),
        max_length=80,
        required=False,
        help_text=_("Left empty where the report goes without one."),
    )
    dated_on = forms.DateField(
        label=_("Day of the report"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    written_in = forms.CharField(label=_("Written in"), max_length=120)
    addressee = forms.CharField(label=_("To"), max_length=160)
    through = forms.CharField(
        label=_("Through"),
        max_length=160,
        required=False,
        help_text=_("Left empty where the report goes straight."),
    )
    introduction = _prose(_("Introduction"), 6)
    course = _prose(_("Course of the meeting"), 6)
    closing = _prose(_("Closing"), 5)
