"""Forms of an invited government: its answer, and whom it sends."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sinergi.convene import acts, words
from sinergi.convene.models import Meeting, Session
from sinergi.convene.rules import Answer
from sinergi.core.choices import offer


class ReplyForm(forms.Form):
    """Comes, is represented, or does not come, with the reason."""

    answer = forms.ChoiceField(
        label=_("Answer of your government"),
        choices=lambda: words.ANSWER.items(),
        widget=forms.RadioSelect,
    )
    mandate = forms.FileField(
        label=_("Mandate document"),
        required=False,
        max_length=160,
        help_text=_(
            "When represented: the letter that sends somebody in place of the head, as "
            "PDF. Your government and the secretariat read it, nobody else."
        ),
    )
    reason = forms.CharField(
        label=_("Reason why nobody comes"),
        max_length=200,
        required=False,
        help_text=_("When nobody comes. Your government and the secretariat read it."),
    )

    def clean_answer(self) -> Answer:
        return Answer(self.cleaned_data["answer"])


class DelegateForm(forms.Form):
    """Who comes; name, NIP and phone are never public."""

    name = forms.CharField(
        label=_("Name"),
        max_length=120,
        help_text=_(
            "With titles, as it shall stand in the attendance list. Name, NIP and "
            "phone are never public."
        ),
    )
    office = forms.CharField(
        label=_("Office held"),
        max_length=160,
        help_text=_("If somebody else comes for the office: write the own office."),
    )
    nip = forms.CharField(
        label=_("NIP"),
        max_length=30,
        required=False,
        help_text=_("18 digits, for the attendance list and the travel claim."),
    )
    phone = forms.CharField(
        label=_("Phone"),
        max_length=30,
        required=False,
        help_text=_("For the secretariat, when something changes at short notice."),
    )
    session = forms.ModelChoiceField(
        label=_("Group"),
        queryset=Session.objects.none(),
        required=False,
        empty_label=_("whole meeting"),
    )

    def __init__(
        self, *args: Any, meeting: Meeting, has_seat: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if has_seat:
            del self.fields["session"]
        else:
            offer(self, "session", meeting.sessions.filter(bidang__isnull=False))

    def identity(self) -> acts.Identity:
        given = self.cleaned_data
        return acts.Identity(given["name"], given["nip"], given["phone"])
