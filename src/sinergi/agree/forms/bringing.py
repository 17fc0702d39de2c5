"""Bringing words that are there: a Word file, a pasted text, or deferred ones."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sinergi.agree.rules import MOST_CLAUSES, NumberedClause
from sinergi.align.models import Programme
from sinergi.convene.models import Meeting, Session
from sinergi.convene.rules import SessionKind
from sinergi.core.choices import offer


class _OfMeeting(forms.Form):
    session = forms.ModelChoiceField(
        label=_("Group"), queryset=Session.objects.none(), empty_label=None
    )
    programme = forms.ModelChoiceField(
        label=_("National programme"),
        queryset=Programme.objects.none(),
        empty_label=_("Choose a programme"),
    )

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups = meeting.sessions.filter(kind=SessionKind.GROUP.value)
        programmes = meeting.forum.programmes.all()
        offer(self, "session", groups)
        offer(self, "programme", programmes)


class TextForm(_OfMeeting):
    """A file or pasted words, not both."""

    word = forms.FileField(
        label=_("Word file"), required=False, help_text=_("A .docx without a password.")
    )
    pasted = forms.CharField(
        label=_("Or pasted text"),
        required=False,
        max_length=400_000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_(
            "Every paragraph that begins with a number (1. or KESATU:) becomes a "
            "recommendation; a., b. and what has no number stays with it."
        ),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if bool(data.get("word")) == bool(data.get("pasted", "").strip()):
            raise forms.ValidationError(gettext("Choose a Word file or paste a text."))
        return data


class ClausesForm(_OfMeeting):
    """The clauses as they were found: which become drafts, under which title."""

    count = forms.IntegerField(
        widget=forms.HiddenInput, min_value=1, max_value=MOST_CLAUSES
    )

    def __init__(
        self,
        *args: Any,
        meeting: Meeting,
        clauses: Sequence[NumberedClause] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, meeting=meeting, **kwargs)
        self.number = len(clauses) or self._sent()
        self.initial["count"] = self.number
        for index in range(self.number):
            found = clauses[index] if clauses else None
            self.fields[f"take-{index}"] = forms.BooleanField(
                label=_("Draft it"), required=False, initial=True
            )
            self.fields[f"title-{index}"] = forms.CharField(
                label=_("Title"),
                max_length=200,
                required=False,
                initial=found.title if found else "",
            )
            self.fields[f"text-{index}"] = forms.CharField(
                label=_("Text"),
                required=False,
                widget=forms.Textarea(attrs={"rows": 5}),
                initial=found.text if found else "",
            )

    def parts(self) -> Iterator[tuple[int, Any, Any, Any]]:
        for index in range(self.number):
            yield (
                index + 1,
                self[f"take-{index}"],
                self[f"title-{index}"],
                self[f"text-{index}"],
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for index in self._taken(data):
            for name in ("title", "text"):
                field = f"{name}-{index}"
                if field not in self.errors and not data.get(field):
                    self.add_error(
                        field, gettext("Fill it in, or do not draft this one.")
                    )
        if not self._taken(data):
            self.add_error(None, gettext("Choose at least one clause."))
        return data

    def clauses(self) -> list[tuple[str, str]]:
        data = self.cleaned_data
        return [
            (data[f"title-{index}"], data[f"text-{index}"])
            for index in self._taken(data)
        ]

    def _taken(self, data: dict[str, Any]) -> list[int]:
        return [index for index in range(self.number) if data.get(f"take-{index}")]

    def _sent(self) -> int:
        sent = str(self.data.get("count", ""))
        return min(int(sent), MOST_CLAUSES) if sent.isdecimal() else 0


class CarryForm(forms.Form):
    """Into which group a deferred one goes."""

    session = forms.ModelChoiceField(
        label=_("Group"), queryset=Session.objects.none(), empty_label=None
    )
    earlier = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups = meeting.sessions.filter(kind=SessionKind.GROUP.value)
        offer(self, "session", groups)
