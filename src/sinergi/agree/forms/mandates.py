"""A letter by which someone answers on behalf of a head of office."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sinergi.core.choices import offer
from sinergi.core.models import Membership


class HolderField(forms.ModelChoiceField):  # type: ignore[type-arg] # only mypy knows it generic
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.government.name} · {obj.person.name}"


class MandateForm(forms.Form):
    holder = HolderField(
        label=_("Who answers"),
        queryset=Membership.objects.none(),
        empty_label=_("Choose a person"),
    )
    office = forms.CharField(
        label=_("On behalf of"),
        max_length=200,
        help_text=_("The office as it stands in the letter: Kepala Dinas Kominfo."),
    )
    number = forms.CharField(label=_("Number of the letter"), max_length=120)
    dated_on = forms.DateField(
        label=_("Day of the letter"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    letter = forms.FileField(
        label=_("The letter"), help_text=_("Scan or photograph: PDF, PNG or JPEG.")
    )

    def __init__(self, *args: Any, holders: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "holder", holders)


class EndMandateForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=200)
