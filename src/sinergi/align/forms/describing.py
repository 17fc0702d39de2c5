"""The form in which a programme is said anew."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sinergi.align.acts import Description
from sinergi.align.forms.programmes import GOVERNING
from sinergi.core.choices import offer
from sinergi.core.models import Bidang, Forum
from sinergi.core.rules import Level
from sinergi.core.stale import SeenForm
from sinergi.core.words import LEVEL


class DescriptionForm(SeenForm):
    """Name, bidang and levels of a programme, as they were when the page was opened."""

    name = forms.CharField(label=_("Name"), max_length=200)
    short_name = forms.CharField(
        label=_("Short name"),
        max_length=60,
        required=False,
        help_text=_("What the matrix has room for."),
    )
    bidang = forms.ModelMultipleChoiceField(
        label=_("Bidang"),
        queryset=Bidang.objects.none(),
        widget=forms.CheckboxSelectMultiple,
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
    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "It stays on record. Papers that are locked keep the name they were "
            "locked with."
        ),
    )

    def __init__(self, *args: Any, forum: Forum, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "bidang", forum.bidang.all())

    def description(self) -> Description:
        data = self.cleaned_data
        return Description(
            name=data["name"],
            short_name=data["short_name"],
            bidang=tuple(data["bidang"]),
            responsible_levels=tuple(map(Level, data["responsible_levels"])),
            levels_basis=data["levels_basis"],
        )
