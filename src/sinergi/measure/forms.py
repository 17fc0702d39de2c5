"""Forms of measuring."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sinergi.collect.models import Wave
from sinergi.core.choices import offer
from sinergi.core.models import Pillar, Place
from sinergi.measure import words
from sinergi.measure.acts.definitions import MINIMUM_N, WIDE_ABOVE
from sinergi.measure.models import IndexDefinition, MethodVersion, Release, Series
from sinergi.measure.rules import INDEX, Direction


def measure_choices() -> list[tuple[str, Any]]:
    pillars = Pillar.objects.values_list("code", "name")
    return [(INDEX, _("Index (the whole)")), *pillars]


class SeriesForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=120)
    short_name = forms.CharField(label=_("Short name"), max_length=40)
    slug = forms.SlugField(
        label=_("Address"),
        help_text=_("Small letters, digits and hyphens; part of web addresses."),
    )
    owner = forms.CharField(label=_("Published by"), max_length=120)
    scale_min = forms.DecimalField(label=_("Lowest value of the scale"))
    scale_max = forms.DecimalField(label=_("Highest value of the scale"))
    direction = forms.ChoiceField(
        label=_("Direction"), choices=lambda: words.DIRECTION.items()
    )
    measures = forms.CharField(
        label=_("What it says"), widget=forms.Textarea(attrs={"rows": 2})
    )
    limits = forms.CharField(
        label=_("What it cannot say"), widget=forms.Textarea(attrs={"rows": 2})
    )

    def clean_direction(self) -> Direction:
        return Direction(self.cleaned_data["direction"])


class MethodForm(forms.Form):
    code = forms.SlugField(
        label=_("Method version"),
        max_length=40,
        help_text=_("Values of two methods are never joined into one line."),
    )
    name = forms.CharField(
        label=_("Name of the method"),
        max_length=80,
        help_text=_("As everyone reads it, for example: Empat pilar."),
    )
    note = forms.CharField(
        label=_("What is special about it"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class ValueForm(forms.Form):
    method = forms.ModelChoiceField(
        label=_("Method version"), queryset=MethodVersion.objects.none()
    )
    place = forms.ModelChoiceField(label=_("Place"), queryset=Place.objects.none())
    measure = forms.ChoiceField(label=_("Measure"), choices=measure_choices)
    year = forms.IntegerField(label=_("Year"), min_value=1990, max_value=2100)
    value = forms.DecimalField(
        label=_("Value as printed"),
        max_digits=9,
        decimal_places=3,
        localize=True,
    )
    source = forms.CharField(
        label=_("Source"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Where it was published: title, publisher, date, page or address."),
    )
    note = forms.CharField(
        label=_("Remark"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, series: Series, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "method", series.methods.all())
        offer(self, "place", Place.objects.order_by("slug"))


class CorrectionForm(forms.Form):
    value = forms.DecimalField(
        label=_("Value as printed"), max_digits=9, decimal_places=3, localize=True
    )
    source = forms.CharField(
        label=_("Source"), widget=forms.Textarea(attrs={"rows": 2})
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=200,
        help_text=_("What was copied wrongly; the old entry stays in the ledger."),
    )


class TargetForm(forms.Form):
    series = forms.ModelChoiceField(label=_("Series"), queryset=Series.objects.all())
    government = forms.ModelChoiceField(
        label=_("Government"), queryset=Place.objects.none()
    )
    measure = forms.ChoiceField(label=_("Measure"), choices=measure_choices)
    year = forms.IntegerField(label=_("Year"), min_value=1990, max_value=2100)
    value = forms.DecimalField(
        label=_("Target"), max_digits=9, decimal_places=3, localize=True
    )
    basis = forms.CharField(
        label=_("Basis"),
        max_length=200,
        help_text=_("The document that sets it, for example: RPJMD, RKPD, Renstra."),
    )

    def __init__(self, *args: Any, governments: Iterable[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        allowed = [place.pk for place in governments]
        offer(self, "government", Place.objects.filter(pk__in=allowed))


class DefinitionForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=160)
    slug = forms.SlugField(
        label=_("Address"),
        help_text=_("The same address with another definition is a new version."),
    )
    definition = forms.CharField(
        label=_("Definition (TOML)"),
        widget=forms.Textarea(attrs={"rows": 20, "spellcheck": "false"}),
        help_text=_("Items in indicators, indicators in pillars, reversed items."),
    )
    minimum_n = forms.IntegerField(
        label=_("Withhold figures under this many respondents"),
        min_value=1,
        initial=MINIMUM_N,
    )
    wide_above = forms.DecimalField(
        label=_("Mark intervals wider than plus or minus"),
        max_digits=6,
        decimal_places=3,
        initial=WIDE_ABOVE,
        localize=True,
    )


class ReleaseForm(forms.Form):
    definition = forms.ModelChoiceField(
        label=_("Index definition"), queryset=IndexDefinition.objects.all()
    )
    wave = forms.ModelChoiceField(label=_("Frozen wave"), queryset=Wave.objects.none())
    title = forms.CharField(label=_("Title"), max_length=160)
    slug = forms.SlugField(
        label=_("Address"),
        help_text=_("Small letters, digits and hyphens; part of web addresses."),
    )
    corrects = forms.ModelChoiceField(
        label=_("Corrects the release"),
        queryset=Release.objects.none(),
        required=False,
        help_text=_("The corrected release stays readable beside the new one."),
    )
    correction_reason = forms.CharField(
        label=_("Why it is corrected"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, waves: Any, releases: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "wave", waves)
        offer(self, "corrects", releases)


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=200)
