"""Forms of the programmes a forum keeps."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sinergi.align import words
from sinergi.align.facts import ProgrammeFact
from sinergi.align.rules import Duty, Verified
from sinergi.core.choices import offer
from sinergi.core.fields import AmountField
from sinergi.core.models import Bidang, Forum, Pillar, Place
from sinergi.core.rules import Level
from sinergi.core.words import LEVEL

FIRST, LAST = 1945, 2200
GOVERNING = (Level.PROVINCE, Level.REGENCY, Level.CITY)


def _year(label: Any, *, required: bool = True, help_text: Any = "") -> Any:
    return forms.IntegerField(
        label=label,
        min_value=FIRST,
        max_value=LAST,
        required=required,
        help_text=help_text,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )


def _verified() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("How far it was checked"),
        choices=lambda: [(each, mark.label) for each, mark in words.VERIFIED.items()],
        initial=Verified.VERIFIED,
    )


class YearsForm(forms.Form):
    first = _year(
        _("First year in force"),
        required=False,
        help_text=_("Leave empty when no beginning is named."),
    )
    last = _year(
        _("Last year in force"),
        required=False,
        help_text=_(
            "Leave empty when no end is named. Plans entered for other years stay in "
            "the matrix."
        ),
    )


class MandateForm(forms.Form):
    """A document a programme rests on, as a file or as a link."""

    number = forms.CharField(
        label=_("Number of the document"),
        max_length=120,
        help_text=_("For example: Perpres 95/2018."),
    )
    title = forms.CharField(label=_("Title"), max_length=240)
    year = _year(_("Year"))
    link = forms.URLField(
        label=_("Link"),
        max_length=400,
        required=False,
        assume_scheme="https",
        help_text=_("Where it can be read, for example in the JDIH."),
    )
    file = forms.FileField(
        label=_("File"),
        required=False,
        help_text=_("A PDF. Everyone may open it."),
        widget=forms.ClearableFileInput(attrs={"accept": ".pdf"}),
    )
    verified = _verified()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if not self.errors and not data.get("link") and not data.get("file"):
            self.add_error(
                "link", _("Add the document as a PDF, or say where it can be read.")
            )
        return data


class TargetForm(forms.Form):
    """What is to be reached in a year at one level."""

    level = forms.ChoiceField(
        label=_("Level"),
        choices=lambda: [(each, LEVEL[each]) for each in Level],
        help_text=_(
            "For the nation a total; for a level what each of its governments is to "
            "reach."
        ),
    )
    year = _year(_("Year"))
    value = AmountField(label=_("Target"), below=Decimal(10**12))
    unit = forms.CharField(
        label=_("Unit"),
        max_length=40,
        help_text=_("For example: orang, desa, dokumen."),
    )
    source = forms.CharField(
        label=_("Source"),
        max_length=240,
        help_text=_("The document and the page it stands on."),
    )
    verified = _verified()


class ObligationForm(forms.Form):
    """Whether one government has a duty, and why."""

    government = forms.ModelChoiceField(
        label=_("Government"), queryset=Place.objects.none()
    )
    duty = forms.ChoiceField(
        label=_("Duty"),
        widget=forms.RadioSelect,
        choices=lambda: words.DUTY.items(),
    )
    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What this rests on. Other governments will read it."),
    )

    def __init__(self, *args: Any, forum: Forum, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        every = forum.members.order_by("seats__order")
        offer(self, "government", every)

    def clean_duty(self) -> Duty:
        return Duty(self.cleaned_data["duty"])


class ProgrammeForm(forms.Form):
    """A national programme; mandates, targets and duties are added on its page."""

    code = forms.SlugField(
        label=_("Code"),
        max_length=16,
        help_text=_("Letters, digits and hyphens; part of web addresses."),
    )
    name = forms.CharField(label=_("Name"), max_length=200)
    short_name = forms.CharField(
        label=_("Short name"),
        max_length=60,
        required=False,
        help_text=_("What the matrix has room for."),
    )
    national_owner = forms.CharField(
        label=_("Ministry or agency in charge"), max_length=200
    )
    bidang = forms.ModelMultipleChoiceField(
        label=_("Bidang"),
        queryset=Bidang.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )
    pillars = forms.ModelMultipleChoiceField(
        label=_("Pillars"),
        queryset=Pillar.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    pillars_basis = forms.CharField(
        label=_("What the pillars rest on"), max_length=200, required=False
    )
    responsible_levels = forms.MultipleChoiceField(
        label=_("Levels with a duty"),
        choices=lambda: [(each, LEVEL[each]) for each in GOVERNING],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None chosen means every level."),
    )
    levels_basis = forms.CharField(
        label=_("What the duty rests on"), max_length=200, required=False
    )
    local_obligation = forms.CharField(
        label=_("Duty of local governments"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    measured_by = forms.CharField(
        label=_("Measured by"), max_length=200, required=False
    )
    first_year = _year(_("First year in force"), required=False)
    last_year = _year(_("Last year in force"), required=False)
    source = forms.CharField(
        label=_("Source"), widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, forum: Forum, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "bidang", forum.bidang.all())

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        first, last = data.get("first_year"), data.get("last_year")
        if first and last and last < first:
            self.add_error("last_year", _("The last year lies before the first."))
        return data

    def fact(self) -> ProgrammeFact:
        data = self.cleaned_data
        return ProgrammeFact(
            **{
                **data,
                "bidang": tuple(each.code for each in data["bidang"]),
                "pillars": tuple(each.code for each in data["pillars"]),
                "responsible_levels": tuple(
                    Level(each) for each in data["responsible_levels"]
                ),
            }
        )
