"""Forms of an office's letters: head, numbers, signatory, template."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sinergi.core.choices import offer
from sinergi.core.models import Membership
from sinergi.core.stale import SeenForm
from sinergi.letters import words
from sinergi.letters.rules import HeldAs


class HolderField(forms.ModelChoiceField):  # type: ignore[type-arg] # Django takes none
    """Offers people by name and office."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.person.name}, {obj.title or obj.role_label}"


class LetterheadForm(SeenForm):
    headline = forms.CharField(
        label=_("First line"),
        max_length=160,
        help_text=_("The government, for example: Pemerintah Provinsi …"),
    )
    office = forms.CharField(label=_("Second line: the office"), max_length=160)
    address = forms.CharField(label=_("Address"), max_length=200, required=False)
    contact = forms.CharField(
        label=_("Contact"),
        max_length=200,
        required=False,
        help_text=_("Phone, website and email of the office, not of a person."),
    )
    town = forms.CharField(
        label=_("Town of the letters"),
        max_length=120,
        required=False,
        help_text=_("Stands before the day of a letter."),
    )
    logo = forms.FileField(
        label=_("Logo"),
        required=False,
        max_length=160,
        help_text=_("PNG or JPEG of at most 150 kB. Left empty, the logo stays."),
    )
    logo_words = forms.CharField(
        label=_("What the logo shows"),
        max_length=120,
        required=False,
        help_text=_(
            "Read out to who cannot see it, for example: arms of the province."
        ),
    )
    without_logo = forms.BooleanField(label=_("Print without a logo"), required=False)


class NumberForm(SeenForm):
    text = forms.CharField(
        label=_("Pattern"),
        max_length=80,
        help_text=_("For example: {kode}/{urut:3}/{unit}/{bulan_romawi}/{tahun}"),
        widget=forms.TextInput(attrs={"spellcheck": "false", "autocomplete": "off"}),
    )
    code = forms.CharField(
        label=_("Classification code"),
        max_length=40,
        required=False,
        help_text=_("What stands for {kode}."),
    )
    unit = forms.CharField(
        label=_("Short name of the unit"),
        max_length=40,
        required=False,
        help_text=_("What stands for {unit}."),
    )
    first = forms.IntegerField(
        label=_("Count from"),
        min_value=1,
        max_value=999_999,
        initial=1,
        help_text=_(
            "Higher than 1 when your register has used lower numbers this year."
        ),
    )


class SignatoryForm(SeenForm):
    office = forms.CharField(
        label=_("Office that signs"),
        max_length=160,
        help_text=_("As it stands above the signature, without Plt. and the like."),
    )
    held_as = forms.ChoiceField(
        label=_("Held as"), choices=lambda: words.HELD_AS.items(), required=False
    )
    on_behalf_of = forms.CharField(
        label=_("In the name of (a.n.)"),
        max_length=160,
        required=False,
        help_text=_("If signed in the name of another office, for example: Gubernur."),
    )
    holder = HolderField(
        label=_("Whose name is printed"),
        queryset=Membership.objects.none(),
        required=False,
        empty_label=_("nobody; the line stays blank"),
        help_text=_("Printed while the office is held, and not after it ended."),
    )

    def __init__(self, *args: Any, holders: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "holder", holders)

    def clean_held_as(self) -> HeldAs:
        return HeldAs(self.cleaned_data["held_as"] or HeldAs.DEFINITE)


class TemplateForm(forms.Form):
    template = forms.FileField(
        label=_("Template made in Word"),
        max_length=160,
        help_text=_("A .docx without macros. It is tried first and changes nothing."),
    )
