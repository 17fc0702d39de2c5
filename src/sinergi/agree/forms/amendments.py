"""Proposing other words, objecting to them, accepting and combining them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sinergi.agree import rules
from sinergi.agree.forms import limits
from sinergi.agree.forms.drafting import REASON_HELP, TEXT_HELP
from sinergi.agree.models import Amendment, Version
from sinergi.agree.queries import OnTable
from sinergi.agree.rules import AmendmentAction

KEEP, OWN = "keep", "own"


class AmendmentForm(forms.Form):
    """The whole text as it should read, and the version it is about."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("Text as it should read"),
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=TEXT_HELP,
        max_length=limits.TEXT,
    )
    reason = forms.CharField(
        label=_("Why it changes"), max_length=300, help_text=REASON_HELP
    )


class AcceptForm(forms.Form):
    """The words that are accepted: as proposed, or changed by the chair."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("Text that is accepted"),
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=_(
            "As proposed. Change it here and the amendment is accepted with changes."
        ),
        max_length=limits.TEXT,
    )


class AmendmentStepForm(forms.Form):
    """Why an amendment is rejected; other steps only ask once more."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=REASON_HELP,
    )

    def __init__(self, data: Any = None, *, action: AmendmentAction) -> None:
        super().__init__(data)
        if action is not AmendmentAction.REJECT:
            del self.fields["reason"]


class ObjectionForm(forms.Form):
    note = forms.CharField(
        label=_("What you object to"), max_length=300, help_text=REASON_HELP
    )


@dataclass(frozen=True)
class Crossing:
    """One place of the text: what stands there and what each amendment makes of it."""

    standing: str
    proposals: Sequence[tuple[Amendment, Sequence[str]]]
    choice: forms.BoundField
    own: forms.BoundField

    @property
    def collides(self) -> bool:
        return len(self.proposals) > 1


class CombineForm(forms.Form):
    """For every place that amendments touch: keep it, take one, or write it anew."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self, data: Any = None, *, base: Version, table: Sequence[OnTable]
    ) -> None:
        super().__init__(data, initial={"version": base.number})
        self.kept = base.kept
        self.standing = {kept.key: kept.text for kept in self.kept}
        self.proposed = {
            each.amendment: each.change.effects
            for each in table
            if each.change is not None
        }
        touched = {place for effects in self.proposed.values() for place in effects}
        self.places = rules.in_order(self.kept, touched)
        for index, place in enumerate(self.places):
            self._add(index, place)

    def crossings(self) -> Iterator[Crossing]:
        for index, place in enumerate(self.places):
            yield Crossing(
                standing=self.standing.get(place, ""),
                proposals=self._at(place),
                choice=self[f"choice-{index}"],
                own=self[f"own-{index}"],
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for index, _place in enumerate(self.places):
            if data.get(f"choice-{index}") == OWN and not data.get(f"own-{index}"):
                self.add_error(
                    f"own-{index}",
                    gettext("Write the words, or choose another answer."),
                )
        return data

    def text(self) -> str:
        """The whole text as it was chosen."""
        chosen: dict[str, Sequence[str]] = {}
        for index, place in enumerate(self.places):
            choice = self.cleaned_data[f"choice-{index}"]
            if choice == OWN:
                chosen[place] = rules.paragraphs_of(self.cleaned_data[f"own-{index}"])
            elif choice != KEEP:
                chosen[place] = next(
                    texts for a, texts in self._at(place) if a.name == choice
                )
        return "\n\n".join(rules.put_together(self.kept, chosen))

    def accepted(self) -> list[Amendment]:
        """Those chosen for a place, and those whose words were combined there."""
        found: set[Amendment] = set()
        for index, place in enumerate(self.places):
            choice = self.cleaned_data[f"choice-{index}"]
            for amendment, _texts in self._at(place):
                if choice in {OWN, amendment.name}:
                    found.add(amendment)
        return sorted(found, key=lambda each: each.number)

    def _at(self, place: str) -> list[tuple[Amendment, Sequence[str]]]:
        return [
            (amendment, effects[place][1:])
            for amendment, effects in self.proposed.items()
            if place in effects
        ]

    def _add(self, index: int, place: str) -> None:
        at = self._at(place)
        choices = [(KEEP, gettext("Leave it as it is"))]
        for amendment, texts in at:
            told = (
                _("Take %(name)s (%(government)s)")
                if texts
                else _("Take it away, as %(name)s (%(government)s)")
            )
            choices.append(
                (
                    amendment.name,
                    str(told)
                    % {
                        "name": amendment.name,
                        "government": amendment.proposer.name,
                    },
                )
            )
        choices.append((OWN, gettext("Combine in the words below")))
        self.fields[f"choice-{index}"] = forms.ChoiceField(
            label=_("Decision"), choices=choices, widget=forms.RadioSelect
        )
        joined = "\n\n".join(text for _amendment, texts in at for text in texts)
        self.fields[f"own-{index}"] = forms.CharField(
            max_length=limits.TEXT,
            label=_("Combined words"),
            required=False,
            initial=joined,
            widget=forms.Textarea(attrs={"rows": 4}),
        )
