"""Forms of the workbook of plans: bringing it, and confirming what differs."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sinergi.core.choices import offer_words
from sinergi.core.stale import SeenForm


class BringForm(forms.Form):
    file = forms.FileField(
        label=_("Filled-in template"),
        help_text=_("The XLSX file that was downloaded here and filled in."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
    )


class ConfirmForm(SeenForm):
    """Confirms what the page showed, and which newer plans give way to the file."""

    instead = forms.MultipleChoiceField(required=False)

    def __init__(self, *args: Any, newer: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_words(self, "instead", [(each, each) for each in newer])
