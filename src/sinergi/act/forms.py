"""Forms of acting: activities with quarterly targets, reports, verdicts."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sinergi.act import drafts, rules, words
from sinergi.act.models import Activity, Report
from sinergi.act.rules import EvidenceLevel, Quarter, Verdict
from sinergi.align import words as plan_words
from sinergi.core.fields import AmountField
from sinergi.core.formats import angka, triwulan
from sinergi.core.stale import SeenForm


class ActivityForm(SeenForm):
    """What will be done, what comes of it, what it costs, and when."""

    title = forms.CharField(label=_("What will be done"), max_length=240)
    output = forms.CharField(label=_("Output"), max_length=240)
    unit = forms.CharField(
        label=_("Unit"), max_length=40, help_text=_("For example: people, villages.")
    )
    budget = AmountField(
        label=_("Budget (rupiah)"),
        below=Decimal(10**13),
        whole=True,
        required=False,
        help_text=_("Write 0 when no money is needed."),
    )
    budget_stage = forms.ChoiceField(
        label=_("Budget stage"), choices=lambda: plan_words.BUDGET_STAGE.items()
    )

    def __init__(self, *args: Any, quarters: list[Quarter], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.quarters = quarters
        for quarter in quarters:
            self.fields[_name(quarter)] = AmountField(
                label=_("Reached by the end of %(quarter)s")
                % {"quarter": triwulan(quarter.year, quarter.number)},
                below=Decimal(10**12),
                required=False,
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        fallen = rules.falling(self.targets())
        if fallen:
            before, after = fallen
            self.add_error(
                _name(after),
                gettext(
                    "%(after)s says %(less)s, less than %(more)s by the end of "
                    "%(before)s. A target counts all that is reached since the start: "
                    "write the same or more."
                )
                % {
                    "after": triwulan(after.year, after.number),
                    "less": angka(data[_name(after)]),
                    "more": angka(data[_name(before)]),
                    "before": triwulan(before.year, before.number),
                },
            )
        return data

    def targets(self) -> dict[Quarter, Decimal]:
        filled = ((q, self.cleaned_data.get(_name(q))) for q in self.quarters)
        return {quarter: value for quarter, value in filled if value is not None}

    def fields_of_activity(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in words.ACTIVITY_FIELD}


class ReportForm(SeenForm):
    """One number an activity, a few words, and what stands in the way."""

    narrative = forms.CharField(
        label=_("What has been done"),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )
    obstacles = forms.CharField(
        label=_("What stands in the way"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )

    def __init__(self, *args: Any, report: Report, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.activities = list(report.commitment.activities.all())
        reached = {a.activity_id: a.value for a in report.achievements.all()}
        for activity in self.activities:
            self.fields[f"value-{activity.pk}"] = AmountField(
                label=activity.title,
                help_text=_("Reached since the start, in %(unit)s.")
                % {"unit": activity.unit},
                below=Decimal(10**12),
                required=False,
                initial=reached.get(activity.pk),
            )
        self.order_fields([f"value-{activity.pk}" for activity in self.activities])

    def values(self) -> dict[int, Decimal | None]:
        return {a.pk: self.cleaned_data.get(f"value-{a.pk}") for a in self.activities}


class EvidenceForm(forms.Form):
    # Not required: its form also keeps and sends reports whose evidence is there.
    file = forms.FileField(
        label=_("Evidence file"),
        help_text=_("PDF, PNG or JPEG, at most 20 MB."),
        required=False,
    )
    page = forms.CharField(
        label=_("Page"),
        max_length=40,
        required=False,
        help_text=_("Where in the file it stands. A photograph is page 1."),
    )
    level = forms.ChoiceField(
        label=_("Kind of evidence"),
        choices=lambda: [
            (level, label)
            for level, label in words.EVIDENCE.items()
            if level is not EvidenceLevel.NONE
        ],
        initial=EvidenceLevel.DOCUMENT,
    )
    is_public = forms.BooleanField(
        label=_("Everyone may open this file once the report is final"), required=False
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("level") == EvidenceLevel.DOCUMENT and not data.get("page"):
            self.add_error("page", drafts.page_missing())
        return data


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3})
    )


class NilForm(forms.Form):
    """One tap and a few words: a nil report says why."""

    reason = forms.CharField(
        label=_("Why is there nothing this quarter?"),
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class SendForm(forms.Form):
    without_evidence = forms.BooleanField(
        label=_("There is no evidence to this report"), required=False
    )


class ReplyForm(forms.Form):
    reply = forms.CharField(
        label=_("Your answer to the verdict"),
        help_text=_("It is published beside the verdict."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class ReviewForm(forms.Form):
    verdict = forms.ChoiceField(
        label=_("Verdict"),
        choices=lambda: [(v, mark.label) for v, mark in words.VERDICT.items()],
        widget=forms.RadioSelect,
    )
    # Nothing is chosen beforehand: the level is published as the reviewer's own word.
    evidence_level = forms.ChoiceField(
        label=_("Evidence"),
        choices=lambda: [
            ("", _("Choose the evidence you saw")),
            *words.EVIDENCE.items(),
        ],
    )
    note = forms.CharField(
        label=_("Note"),
        help_text=_("Needed for every verdict but “done”."),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )

    def clean_verdict(self) -> Verdict:
        return Verdict(self.cleaned_data["verdict"])

    def clean_evidence_level(self) -> EvidenceLevel:
        return EvidenceLevel(self.cleaned_data["evidence_level"])


def initial_of(activity: Activity) -> dict[str, Any]:
    """An activity as its form shows it again."""
    shown = {name: getattr(activity, name) for name in words.ACTIVITY_FIELD}
    shown["seen"] = drafts.seen_of_activity(activity)
    return shown | {_name(t.period): t.target for t in activity.targets.all()}


def _name(quarter: Quarter) -> str:
    return f"target-{quarter.year}-{quarter.number}"
