"""Forms of a file: brought, matched column by column, set aside."""

import re
from collections.abc import Collection, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sinergi.collect import words
from sinergi.collect.mapping import AGE_BANDS, ITEMS, ColumnMapping
from sinergi.collect.rules import Domain, Method
from sinergi.core.choices import offer_words

_ITEM = "item__"


class UploadForm(forms.Form):
    file = forms.FileField(
        label=_("File of responses"),
        help_text=_(
            "CSV (UTF-8, one header row) or Parquet. Without names, identity numbers, "
            "telephone numbers or coordinates."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.parquet"}),
    )


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=200)


class RecodeField(forms.CharField):
    """Lines of “text in the file = value”."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            required=False, widget=forms.Textarea(attrs={"rows": 3}), **kwargs
        )

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, dict):
            return "\n".join(f"{text} = {said}" for text, said in value.items())
        return value

    def to_python(self, value: Any) -> Any:
        recode: dict[str, str] = {}
        for line in str(value or "").splitlines():
            text, sign, said = line.rpartition("=")
            if line.strip() and not (sign and text.strip() and said.strip()):
                raise ValidationError(
                    gettext("“%(line)s”: write text = value, one a line.")
                    % {"line": line}
                )
            if sign:
                recode[text.strip()] = said.strip()
        return recode


class MappingForm(forms.Form):
    """Which column answers which question; filled with guesses, never sent blind."""

    # A browser cannot show what it misses inside a closed fold; the answer opens it.
    use_required_attribute = False

    respondent = forms.ChoiceField(
        label=_("Respondent number"),
        required=False,
        help_text=_("Finds answers given twice. It does not go into the frozen wave."),
    )
    weight = forms.ChoiceField(
        label=_("Weight"),
        required=False,
        help_text=_("Persons a respondent stands for."),
    )
    strata = forms.ChoiceField(label=_("Stratum"), required=False)
    psu = forms.ChoiceField(
        label=_("Primary sampling unit"),
        required=False,
        help_text=_("The village or cluster drawn first."),
    )
    kabupaten = forms.ChoiceField(
        label=words.DOMAIN[Domain.GOVERNMENT],
        required=False,
        help_text=_("Its Kemendagri code, with or without the dot."),
    )
    sex = forms.ChoiceField(label=words.DOMAIN[Domain.SEX], required=False)
    age = forms.ChoiceField(
        label=words.DOMAIN[Domain.AGE],
        required=False,
        help_text=_("In years, or as groups such as 18-29 and 60+."),
    )
    age_bands = forms.CharField(
        label=_("Age groups begin at"),
        help_text=_("Lower ends in years, separated by commas."),
    )
    blank = forms.CharField(
        label=_("Texts that mean “not answered”"),
        required=False,
        help_text=_("Separated by commas, for example: 99, NA. Empty cells always do."),
    )
    recode_items = RecodeField(
        label=_("Answers given as texts"),
        help_text=_("One a line, for example: Sangat setuju = 5"),
    )
    recode_kabupaten = RecodeField(
        label=_("Names of kabupaten/kota"),
        help_text=_("One a line, name = Kemendagri code."),
    )
    recode_sex = RecodeField(
        label=_("Codes of sex"), help_text=_("One a line, for example: 0 = male")
    )
    profile = forms.CharField(
        label=_("Keep this mapping as"),
        max_length=80,
        required=False,
        help_text=_("A name; the next file can be read with it."),
    )

    def __init__(
        self,
        *args: Any,
        columns: Sequence[str],
        items: Collection[tuple[str, str]],
        method: Method,
        guess: ColumnMapping,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.guess = guess
        choices = [("", "–"), *((column, column) for column in columns)]
        columns_of: dict[str, str] = {
            "respondent": guess.respondent,
            "weight": guess.weight,
            "strata": guess.strata,
            "psu": guess.psu,
            **{str(d): guess.domains.get(d, "") for d in Domain},
        }
        for name, label in items:
            self.fields[_ITEM + name] = forms.ChoiceField(
                label=f"{name} – {label}" if label != name else name
            )
            columns_of[_ITEM + name] = guess.items.get(name, "")
        for name, column in columns_of.items():
            offer_words(self, name, choices)
            self.fields[name].initial = column
        self.fields["age_bands"].initial = ", ".join(map(str, guess.age_bands))
        self.fields["blank"].initial = ", ".join(guess.blank)
        for target in (ITEMS, Domain.GOVERNMENT, Domain.SEX):
            self.fields[f"recode_{target}"].initial = dict(guess.recode.get(target, {}))
        if method is Method.SELF_SELECTED:
            for name in ("weight", "strata", "psu"):
                del self.fields[name]
        else:
            self.fields["weight"].required = self.fields["psu"].required = True

    def item_fields(self) -> list[forms.BoundField]:
        return [field for field in self if field.name.startswith(_ITEM)]

    @property
    def unmatched(self) -> int:
        """Items for which no column was guessed."""
        return sum(not field.initial for field in self.item_fields())

    def clean_age_bands(self) -> tuple[int, ...]:
        parts = re.findall(r"\d+", self.cleaned_data["age_bands"])
        bands = tuple(int(part) for part in parts)
        if not bands or list(bands) != sorted(set(bands)) or not bands[0] > 0:
            raise ValidationError(
                gettext("Write rising ages, for example: %(ages)s.")
                % {"ages": ", ".join(map(str, AGE_BANDS))}
            )
        return bands

    def mapping(self) -> ColumnMapping:
        """What the person chose; recodes of single items come from the profile."""
        data = self.cleaned_data
        items = {
            name.removeprefix(_ITEM): column
            for name, column in data.items()
            if name.startswith(_ITEM) and column
        }
        shown = {t: data[f"recode_{t}"] for t in (ITEMS, Domain.GOVERNMENT, Domain.SEX)}
        kept = {t: dict(v) for t, v in self.guess.recode.items() if t not in shown}
        return ColumnMapping(
            items=items,
            respondent=data["respondent"],
            weight=data.get("weight", ""),
            strata=data.get("strata", ""),
            psu=data.get("psu", ""),
            domains={str(d): data[d] for d in Domain if data[d]},
            recode={**kept, **{str(t): v for t, v in shown.items() if v}},
            blank=tuple(filter(None, re.split(r"\s*,\s*", data["blank"].strip()))),
            age_bands=data["age_bands"],
        )
