"""Signing, bringing what was signed, comparing it, and refusing."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sinergi.agree.forms import limits
from sinergi.core.models import Place
from sinergi.core.stale import SeenForm

_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class AttestForm(forms.Form):
    agreed = forms.BooleanField(
        label=_("I have read the locked document and sign it for my government.")
    )


class ServiceForm(forms.Form):
    """What proves to BSrE who signs; never shown again, never kept."""

    nik = forms.CharField(
        label=_("NIK"),
        max_length=16,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )
    passphrase = forms.CharField(
        label=_("Passphrase"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}, render_value=False),
        help_text=_("Passed to the service of BSrE once, and kept nowhere."),
    )


class NamesField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg] # only mypy knows it generic
    def label_from_instance(self, obj: Any) -> str:
        return str(obj.name)


class CopyForm(forms.Form):
    """A file, and whose signatures it holds: only the secretariat is asked."""

    governments = NamesField(
        label=_("Signed by"),
        queryset=Place.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "The governments whose signatures the file holds and that are not here yet."
        ),
    )
    file = forms.FileField(label=_("File"))

    def __init__(self, *args: Any, offered: Any, own: Place | None, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if own is not None:
            del self.fields["governments"]
        else:
            field = self.fields["governments"]
            assert isinstance(field, forms.ModelMultipleChoiceField)  # noqa: S101 - set above
            field.queryset = offered


class CompareForm(forms.Form):
    verdict = forms.ChoiceField(
        label=_("The scan"),
        choices=(
            (
                "agrees",
                _("agrees with the locked document on every page and is signed"),
            ),
            ("differs", _("differs, or is not signed")),
        ),
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("What differs"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=limits.EXPLANATION,
    )


class RefusalForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Recorded, printed on the sheet of signatures, and announced."),
        max_length=limits.EXPLANATION,
    )


class VoidForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Everybody reads it where the code of the paper is checked."),
        max_length=limits.EXPLANATION,
    )


class AddendumForm(SeenForm):
    number = forms.CharField(
        label=_("Number"),
        max_length=80,
        help_text=_("As your correspondence system gave it."),
    )
    agreed_on = forms.DateField(label=_("Day of agreement"), widget=_DAY)
    subject = forms.CharField(
        label=_("What it corrects"),
        max_length=200,
        help_text=_("In a line, for example: the venue in the opening sentence."),
    )
    text = forms.CharField(
        label=_("Text"),
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("A blank line begins a new paragraph."),
        max_length=limits.EXPLANATION,
    )
