"""Form for a link with which a laptop in the hall shows the wall."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from sinergi.core.choices import offer_words


class KeyForm(forms.Form):
    """Until the end of which day of the meeting the link lasts."""

    last_day = forms.TypedChoiceField(
        label=_("The link lasts until the end of"), coerce=date.fromisoformat
    )

    def __init__(self, *args: Any, days: Sequence[date], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        told = [(day.isoformat(), date_format(day, "l, j F Y")) for day in days]
        offer_words(self, "last_day", told)
