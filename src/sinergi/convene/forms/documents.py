"""Form for a document of an agenda item."""

from django import forms
from django.utils.translation import gettext_lazy as _


class DocumentForm(forms.Form):
    title = forms.CharField(
        label=_("Title"),
        max_length=160,
        help_text=_("Write no name of a person: the public may read this."),
    )
    file = forms.FileField(
        label=_("File"),
        max_length=160,
        help_text=_("PDF, picture, or an office document without macros."),
    )
    is_public = forms.BooleanField(
        label=_("The public may read it"),
        required=False,
        help_text=_("If not, the members of the forum read it, signed in."),
    )
