"""A government's answer, given by its head or written down for it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from sinergi.agree import queries, words
from sinergi.agree.acts import Said
from sinergi.agree.forms import limits
from sinergi.agree.models import Position, Version
from sinergi.agree.rules import (
    BY_HEAD,
    BY_SECRETARIAT,
    Stance,
    State,
    goes_round,
    stances,
)
from sinergi.convene.rules import MeetingState
from sinergi.core.models import Place


class PositionForm(forms.Form):
    """Four large choices, two smaller ones, and a note."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    stance = forms.TypedChoiceField(
        label=_("The answer of your government"),
        coerce=Stance,
        widget=forms.RadioSelect,
        choices=(),
    )
    note = forms.CharField(
        label=_("Note"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "Needed with “agrees with a note”, “needs discussion” and “objects”. It "
            "stands in the berita acara word for word."
        ),
        max_length=limits.NOTE,
    )

    def __init__(self, *args: Any, is_addressed: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stance = cast("forms.ChoiceField", self.fields["stance"])
        stance.choices = _choices(BY_HEAD, is_addressed)


def _choices(known: Sequence[Stance], is_addressed: bool) -> list[tuple[Stance, Any]]:
    offered = stances(known, is_addressed=is_addressed)
    return [(each, words.STANCE[each].label) for each in offered]


@dataclass(frozen=True)
class Row:
    """One government of the grid: what stands, and the two fields to change it."""

    government: Place
    position: Position | None
    stance: forms.BoundField | None
    note: forms.BoundField | None
    is_addressed: bool
    is_present: bool


class GridForm(forms.Form):
    """What governments said in the hall; only what changed is recorded.

    Each row sends back what it showed, so that of two people who write at once none
    puts old answers back.
    """

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        text: Version,
        governments: Sequence[Place],
        present: Collection[int] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.governments = governments
        self.present = present
        self.addressed = set(
            text.recommendation.addressees.values_list("pk", flat=True)
        )
        self.known = queries.positions_of(text)
        recommendation = text.recommendation
        self.in_writing = goes_round(
            State(recommendation.state), MeetingState(recommendation.meeting.state)
        )
        taken = BY_HEAD if self.in_writing else BY_SECRETARIAT
        self.fields["version"].initial = text.number
        for place in governments:
            if self._answered_itself(place):
                continue
            position = self._stated(place)
            self.fields[f"stance-{place.slug}"] = forms.TypedChoiceField(
                label=_("Position of %(name)s") % {"name": place.name},
                required=False,
                coerce=Stance,
                empty_value=None,
                # What stands is changed, never taken back.
                choices=[
                    *([] if position else [("", "–")]),
                    *_choices(taken, place.pk in self.addressed),
                ],
                initial=position.stance if position else "",
                show_hidden_initial=True,
            )
            self.fields[f"note-{place.slug}"] = forms.CharField(
                max_length=limits.NOTE,
                label=_("Note of %(name)s") % {"name": place.name},
                required=False,
                initial=position.note if position else "",
                show_hidden_initial=True,
            )

    def rows(self) -> Iterator[Row]:
        for place in self.governments:
            stance = f"stance-{place.slug}"
            there = stance in self.fields
            yield Row(
                place,
                self.known.get(place.pk),
                self[stance] if there else None,
                self[f"note-{place.slug}"] if there else None,
                place.pk in self.addressed,
                place.pk in self.present,
            )

    def said(self) -> list[Said]:
        """Only the rows that say something else than what they showed."""
        found = []
        for place in self.governments:
            stance = self.cleaned_data.get(f"stance-{place.slug}")
            note = self.cleaned_data.get(f"note-{place.slug}", "")
            if stance and self._is_changed(place):
                found.append(Said(place, stance, note))
        return found

    def overtaken(self) -> list[Place]:
        """Rows changed here and, since the page was opened, by somebody else."""
        return [p for p in self.governments if self._is_changed(p) and self._is_old(p)]

    def answered_since(self) -> list[Position]:
        """Own answers that came in after the page was opened; what was chosen here for
        these governments counts for nothing."""
        return [
            self.known[place.pk]
            for place in self.governments
            if self._answered_itself(place)
            and self.data.get(f"stance-{place.slug}", "")
            not in ("", self.data.get(f"initial-stance-{place.slug}", ""))
        ]

    def answer_to_current(self) -> None:
        """Shown once more it is about what stands now: what was typed stays, the other
        rows are as they are."""
        data = cast("QueryDict", self.data).copy()
        for place in self.governments:
            stance, note = self._standing(place)
            for name, value in (("stance", stance), ("note", note)):
                if not self._is_changed(place):
                    data[f"{name}-{place.slug}"] = value
        for place in self.governments:
            stance, note = self._standing(place)
            data[self.add_initial_prefix(f"stance-{place.slug}")] = stance
            data[self.add_initial_prefix(f"note-{place.slug}")] = note
        self.data = data

    def _is_changed(self, place: Place) -> bool:
        names = [f"stance-{place.slug}", f"note-{place.slug}"]
        typed = tuple(self.data.get(name, "").strip() for name in names)
        touched = set(names) & set(self.changed_data)
        return bool(touched) and typed != self._standing(place)

    def _is_old(self, place: Place) -> bool:
        names = [
            self.add_initial_prefix(f"{field}-{place.slug}")
            for field in ("stance", "note")
        ]
        shown = tuple(self.data.get(name) for name in names)
        return None not in shown and shown != self._standing(place)

    def _stated(self, place: Place) -> Position | None:
        """What a text starts with is nobody's word: it can still be confirmed. Absence
        from the hall is no answer in writing."""
        position = self.known.get(place.pk)
        if position is None or position.is_start:
            return None
        was_absent = Stance(position.stance) is Stance.ABSENT
        return None if self.in_writing and was_absent else position

    def _standing(self, place: Place) -> tuple[str, str]:
        position = self._stated(place)
        return (str(position.stance), position.note) if position else ("", "")

    def _answered_itself(self, place: Place) -> bool:
        position = self._stated(place)
        return position is not None and not position.is_recorded_by_secretariat


class DisputeForm(forms.Form):
    """Why an editorial change is not one."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Why it is more than editorial"),
        max_length=200,
        help_text=_("One sentence; every government reads it."),
    )
