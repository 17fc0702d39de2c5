"""Form for a document of an agenda item."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sinergi.convene import words
from sinergi.convene.rules import Readers


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
    readers = forms.ChoiceField(
        label=_("Who reads it"),
        choices=lambda: words.READERS.items(),
        widget=forms.RadioSelect,
        initial=Readers.MEMBERS.value,
        help_text=_(
            "Members of the forum read it signed in, guests through their personal "
            "link."
        ),
    )

    def clean_readers(self) -> Readers:
        return Readers(self.cleaned_data["readers"])


class ReadersForm(forms.Form):
    """Another kind of reader for a document that is there."""

    readers = forms.ChoiceField(choices=lambda: words.READERS.items())

    def clean_readers(self) -> Readers:
        return Readers(self.cleaned_data["readers"])
