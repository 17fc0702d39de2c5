"""Forms of requests for help: asking, answering, and following to the end."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sinergi.align.models import Programme
from sinergi.core.choices import offer, offer_words
from sinergi.core.models import Forum


class AskForm(forms.Form):
    programme = forms.ModelChoiceField(
        label=_("National programme"), queryset=Programme.objects.none()
    )
    year = forms.TypedChoiceField(label=_("Year"), coerce=int)
    text = forms.CharField(
        label=_("Help needed"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "What, how much and by when, for example: two trainers for forty "
            "teachers in August. This is public; name no persons."
        ),
    )

    def __init__(
        self, *args: Any, forum: Forum, years: Iterable[int], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "programme", forum.programmes.all())
        offer_words(self, "year", [(year, year) for year in years])


class AnswerForm(forms.Form):
    text = forms.CharField(
        label=_("What you can offer"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "What, how much, when, and which office to talk to. This is public; name "
            "no persons."
        ),
    )


class ReasonForm(forms.Form):
    """Words others read: why, or what came of it."""

    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Other governments will read it."),
    )

    def __init__(self, *args: Any, label: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if label:
            self.fields["reason"].label = label
