"""Forms of plans; numbers are typed as officials write them."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sinergi.align import words
from sinergi.align.acts import PlanFields
from sinergi.align.coding import BadCode, checked_code, in_form
from sinergi.align.models import Plan, Programme
from sinergi.align.rules import BudgetStage
from sinergi.core.choices import offer, offer_words
from sinergi.core.fields import AmountField
from sinergi.core.models import Forum, Place
from sinergi.core.stale import SeenForm

CODES_OFFERED = "kode-sub-kegiatan"


class GovernmentChoice(forms.ModelMultipleChoiceField):  # type: ignore[type-arg] # no generic when run
    def label_from_instance(self, obj: Any) -> str:
        return str(obj.name)


class PlanForm(forms.Form):
    """What a government says about one of its plans."""

    activity_code = forms.CharField(
        label=words.PLAN_FIELD["activity_code"],
        max_length=24,
        help_text=_(
            "As in the DPA, for example 2.16.02.2.01.0020. The fourth part is 1 for "
            "the province, 2 for a kabupaten or kota."
        ),
    )
    activity = forms.CharField(label=words.PLAN_FIELD["activity"], max_length=240)
    output = forms.CharField(
        label=words.PLAN_FIELD["output"],
        max_length=240,
        help_text=_(
            "What will be there when it is done. Outputs named alike in two "
            "governments are shown side by side, so that they can be joined."
        ),
    )
    target = AmountField(
        label=words.PLAN_FIELD["target"],
        required=False,
        below=Decimal(10**12),
        help_text=_("A number, for example 1.200. Leave empty when not yet known."),
    )
    unit = forms.CharField(
        label=words.PLAN_FIELD["unit"],
        max_length=40,
        required=False,
        help_text=_("For example: orang, desa, dokumen."),
    )
    budget = AmountField(
        label=words.PLAN_FIELD["budget"],
        required=False,
        below=Decimal(10**13),
        whole=True,
        help_text=_(
            "In full, for example 1.250.000. Write 0 when no money of its own is "
            "needed; leave empty when it is not decided."
        ),
    )
    fund_source = forms.CharField(
        label=words.PLAN_FIELD["fund_source"],
        max_length=80,
        required=False,
        help_text=_("For example: APBD kabupaten, DAK, CSR."),
    )
    budget_stage = forms.ChoiceField(
        label=words.PLAN_FIELD["budget_stage"],
        widget=forms.RadioSelect,
        choices=lambda: words.BUDGET_STAGE.items(),
    )

    def __init__(
        self, *args: Any, government: Place, standing_code: str = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.government, self.standing_code = government, standing_code
        # The page offers the codes of this level in a list of this name.
        self.fields["activity_code"].widget.attrs["list"] = CODES_OFFERED

    def clean_activity_code(self) -> str:
        typed = str(self.cleaned_data["activity_code"])
        try:
            code = in_form(typed, self.government)
            return (
                code
                if code == self.standing_code
                else checked_code(typed, self.government)
            )
        except BadCode as wrong:
            raise forms.ValidationError(str(wrong)) from wrong

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("target") is not None and not data.get("unit"):
            self.add_error("unit", _("Say in which unit the target is counted."))
        return data

    def fields_of_plan(self) -> PlanFields:
        data = self.cleaned_data
        names = PlanFields.__dataclass_fields__
        given = {name: data[name] for name in names if name in data}
        return PlanFields(
            **{**given, "budget_stage": BudgetStage(data["budget_stage"])}
        )


class ChangePlanForm(SeenForm, PlanForm):
    """The same about a plan that stands, as it was when the page was opened."""


class NewPlanForm(PlanForm):
    """A plan with its programme and year, alone or with partners to invite."""

    ALONE, JOINT = "alone", "joint"

    programme = forms.ModelChoiceField(
        label=_("National programme"),
        queryset=Programme.objects.none(),
        empty_label=_("Choose a programme"),
    )
    year = forms.TypedChoiceField(label=_("Year"), coerce=int)
    together = forms.ChoiceField(
        label=_("Alone or together"),
        widget=forms.RadioSelect,
        choices=[(ALONE, _("Alone")), (JOINT, _("Jointly with other governments"))],
    )
    partners = GovernmentChoice(
        label=_("Partners to invite"),
        queryset=Place.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Each answers for itself; a partner counts once it accepted."),
    )
    field_order = ["programme", "year"]

    def __init__(
        self, *args: Any, forum: Forum, years: Iterable[int], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "programme", forum.programmes.all())
        offer_words(self, "year", [(year, year) for year in years])
        others = forum.members.exclude(pk=self.government.pk)
        offer(self, "partners", others.order_by("seats__order"))

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        together, partners = data.get("together"), data.get("partners")
        if together == self.JOINT and not partners:
            self.add_error("partners", _("Choose at least one partner to invite."))
        if together == self.ALONE and partners:
            self.add_error(
                "together",
                _("You chose partners. Choose “jointly”, or leave the partners empty."),
            )
        return data


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Other governments will read it."),
    )


class PartnerForm(forms.Form):
    government = forms.ModelChoiceField(
        label=_("Government to invite"), queryset=Place.objects.none()
    )

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        forum = plan.programme.forum
        others = forum.members.exclude(pk=plan.government_id)
        offer(self, "government", others.order_by("seats__order"))
