"""Forms about guests: whom the secretariat invites, and what a guest answers."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sinergi.convene import words
from sinergi.convene.rules import Answer


class GuestForm(forms.Form):
    name = forms.CharField(
        label=_("Name"),
        max_length=120,
        help_text=_("The secretariat reads it, nobody else."),
    )
    office = forms.CharField(
        label=_("Office and institution"),
        max_length=160,
        help_text=_("For example: Director, Ministry of Communication."),
    )


class GuestReplyForm(forms.Form):
    """Comes or does not come; a guest sends nobody instead."""

    answer = forms.ChoiceField(
        label=_("Do you come?"),
        choices=lambda: words.GUEST_ANSWER.items(),
        widget=forms.RadioSelect,
    )

    def clean_answer(self) -> Answer:
        return Answer(self.cleaned_data["answer"])
