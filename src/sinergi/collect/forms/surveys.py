"""Forms of a survey, its questionnaire and its waves."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from sinergi.collect import words
from sinergi.collect.models import FormVersion
from sinergi.collect.rules import Method
from sinergi.core.choices import offer


class SurveyForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=160)
    slug = forms.SlugField(
        label=_("Address"),
        help_text=_("Small letters, digits and hyphens; part of web addresses."),
    )
    population = forms.CharField(
        label=_("Population"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Whom the survey speaks of, for example: residents from 13 years."),
    )


class QuestionnaireForm(forms.Form):
    file = forms.FileField(
        label=_("Questionnaire"),
        help_text=_("An XLSForm (.xlsx), or a list of items as .toml or .csv."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.toml,.csv"}),
    )
    title = forms.CharField(
        label=_("Title"),
        max_length=160,
        required=False,
        help_text=_("Only for a list as CSV; the others hold their title."),
    )
    version = forms.CharField(
        label=_("Version"),
        max_length=40,
        required=False,
        help_text=_("Only for a list as CSV; the others hold their version."),
    )


class WaveForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=160)
    slug = forms.SlugField(
        label=_("Address"),
        help_text=_("Small letters, digits and hyphens; part of web addresses."),
    )
    form_version = forms.ModelChoiceField(
        label=_("Questionnaire"), queryset=FormVersion.objects.none()
    )
    method = forms.ChoiceField(
        label=_("How respondents came in"),
        choices=lambda: words.METHOD.items(),
        widget=forms.RadioSelect,
        help_text=_(
            "Self-selected answers are kept apart: they stand for nobody else and "
            "get no error."
        ),
    )
    starts_on = forms.DateField(
        label=_("First day"), widget=forms.DateInput(attrs={"type": "date"})
    )
    ends_on = forms.DateField(
        label=_("Last day"), widget=forms.DateInput(attrs={"type": "date"})
    )

    def __init__(
        self, *args: Any, versions: QuerySet[FormVersion], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "form_version", versions)

    def clean_method(self) -> Method:
        return Method(self.cleaned_data["method"])
