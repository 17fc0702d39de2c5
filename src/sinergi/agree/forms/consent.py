"""The consent list: what stands on it, and why something is pulled out."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sinergi.agree.forms.drafting import REASON_HELP
from sinergi.agree.models import Recommendation
from sinergi.agree.models.recommendations import RecommendationQuerySet
from sinergi.core.choices import offer


class ListForm(forms.Form):
    recommendations = forms.ModelMultipleChoiceField(
        label=_("On the list"),
        queryset=Recommendation.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Forwarded to the plenary, answered by all who must, opposed by none."
        ),
    )

    def __init__(self, data: Any = None, *, fit: RecommendationQuerySet) -> None:
        super().__init__(data, initial={"recommendations": fit})
        offer(self, "recommendations", fit)


class PullOutForm(forms.Form):
    note = forms.CharField(
        label=_("Why it is to be decided by itself"),
        max_length=300,
        help_text=REASON_HELP,
    )
