"""Number and day of the berita acara."""

from django import forms
from django.utils.translation import gettext_lazy as _

_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class RecordForm(forms.Form):
    number = forms.CharField(
        label=_("Number"),
        max_length=80,
        help_text=_("As your correspondence system gave it."),
    )
    agreed_on = forms.DateField(
        label=_("Day of agreement"),
        widget=_DAY,
        help_text=_("Follow-up plans (RTL) are due counted from this day."),
    )
