"""Number and day of the berita acara; title, foreword and force of the pedoman."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sinergi.agree.forms import limits
from sinergi.core.stale import SeenForm

_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class RecordForm(forms.Form):
    number = forms.CharField(
        label=_("Number"),
        max_length=80,
        help_text=_("As your correspondence system gave it."),
    )
    agreed_on = forms.DateField(
        label=_("Day of agreement"),
        widget=_DAY,
        help_text=_("Follow-up plans (RTL) are due counted from this day."),
    )


class GuidelineForm(SeenForm):
    title = forms.CharField(label=_("Title"), max_length=200)
    foreword = forms.CharField(
        label=_("Foreword"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("A blank line begins a new paragraph."),
        max_length=limits.EXPLANATION,
    )


class CommentaryForm(SeenForm):
    commentary = forms.CharField(
        label=_("Commentary"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Explains the clause; it is not part of what was agreed."),
        max_length=limits.EXPLANATION,
    )


class InForceForm(forms.Form):
    legal_form = forms.CharField(
        label=_("Legal form"),
        max_length=120,
        help_text=_("For example: circular letter of the governor."),
    )
    number = forms.CharField(label=_("Number"), max_length=80)
    in_force_on = forms.DateField(label=_("In force from"), widget=_DAY)
    signing_office = forms.CharField(
        label=_("Signing office"),
        max_length=200,
        required=False,
        help_text=_(
            "As it stands under the letter, for example: Sekretaris Daerah. Without "
            "office, place and day the guideline is printed without this part."
        ),
    )
    determined_in = forms.CharField(
        label=_("Determined in"), max_length=120, required=False
    )
    determined_on = forms.DateField(
        label=_("Determined on"), widget=_DAY, required=False
    )
