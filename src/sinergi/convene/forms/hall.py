"""Checking in with what the hall shows."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sinergi.convene.models import Participant
from sinergi.core.choices import offer


class WhoField(forms.ModelChoiceField):  # type: ignore[type-arg] # only mypy knows it generic
    """A participant of the own government, by office."""

    def label_from_instance(self, obj: Participant) -> str:
        return f"{obj.office} · {obj.session}" if obj.session else obj.office


class HallForm(forms.Form):
    """The code, and who types it where the account may be several."""

    participant = WhoField(label=_("Who are you?"), queryset=Participant.objects.none())
    typed = forms.CharField(
        label=_("Code shown in the hall"),
        max_length=20,
        help_text=_("Six letters and digits; a new one every half minute."),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters"}
        ),
    )

    def __init__(
        self, *args: Any, candidates: Sequence[Participant], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if len(candidates) < 2:
            del self.fields["participant"]
            return
        keys = [each.pk for each in candidates]
        found = Participant.objects.filter(pk__in=keys).select_related("session")
        offer(self, "participant", found)
