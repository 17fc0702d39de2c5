"""Writing a recommendation: its words, what is expected, what it rests on."""

from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sinergi.agree import acts, words
from sinergi.agree.acts import Details
from sinergi.agree.forms import limits
from sinergi.agree.models import Recommendation
from sinergi.agree.rules import Edit, State
from sinergi.align.models import Programme
from sinergi.convene.models import Meeting, Session
from sinergi.convene.rules import SessionKind
from sinergi.core.choices import offer
from sinergi.core.formats import triwulan
from sinergi.core.models import Pillar, Place
from sinergi.core.stale import SeenForm

TEXT_HELP = _("A blank line begins a new paragraph.")
REASON_HELP = _("One sentence; every government reads it.")


class ExpectedForm(forms.Form):
    """What is expected of whom until when."""

    title = forms.CharField(label=_("Title"), max_length=200)
    programme = forms.ModelChoiceField(
        label=_("National programme"),
        queryset=Programme.objects.none(),
        empty_label=_("Choose a programme"),
    )
    pillars = forms.ModelMultipleChoiceField(
        label=_("Pillars it serves"),
        queryset=Pillar.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    rationale = forms.CharField(
        label=_("Why"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("In two or three sentences. Figures and plans are cited next."),
        max_length=limits.EXPLANATION,
    )
    addressees = forms.ModelMultipleChoiceField(
        label=_("Addressed to"),
        queryset=Place.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("They will make a follow-up plan (RTL) and report."),
    )
    indicator = forms.CharField(
        label=_("Indicator"),
        max_length=200,
        required=False,
        help_text=_("What is counted to see that it happened."),
    )
    target = forms.CharField(label=_("Target"), max_length=120, required=False)
    unit = forms.CharField(label=_("Unit"), max_length=40, required=False)
    due_year = forms.IntegerField(
        label=_("Reached by: year"), required=False, min_value=2000, max_value=2100
    )
    due_quarter = forms.TypedChoiceField(
        label=_("Reached by: quarter"),
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", "–"), (1, "I"), (2, "II"), (3, "III"), (4, "IV")],
    )
    evidence_expected = forms.CharField(
        label=_("Evidence that is expected"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=limits.NOTE,
    )

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.meeting = meeting
        programmes = meeting.forum.programmes.all()
        members = meeting.forum.members.order_by("seats__order")
        offer(self, "programme", programmes)
        offer(self, "addressees", members)

    def clean(self) -> dict[str, Any]:
        """Nothing is reached before the meeting that asks for it."""
        data = super().clean() or self.cleaned_data
        year, quarter = data.get("due_year"), data.get("due_quarter")
        begins = self.meeting.starts_on
        held_in = (begins.year, (begins.month + 2) // 3)
        if year and (year, quarter or 4) < held_in:
            typed = triwulan(year, quarter) if quarter else str(year)
            told = gettext(
                "%(due)s lies before the meeting, which begins on %(day)s. Write a "
                "quarter from %(first)s on."
            ) % {
                "due": typed,
                "day": date_format(begins),
                "first": triwulan(*held_in),
            }
            self.add_error("due_year", told)
        return data

    def details(self) -> Details:
        known = Details.__dataclass_fields__
        return Details(**{k: v for k, v in self.cleaned_data.items() if k in known})


class DraftForm(ExpectedForm):
    """A new recommendation: the group, the words, what is expected."""

    session = forms.ModelChoiceField(
        label=_("Group"), queryset=Session.objects.none(), empty_label=None
    )
    text = forms.CharField(
        label=_("Text"),
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=TEXT_HELP,
        max_length=limits.TEXT,
    )

    field_order = ["session", "title", "text"]

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, meeting=meeting, **kwargs)
        self.groups = meeting.sessions.filter(kind=SessionKind.GROUP.value)
        offer(self, "session", self.groups)


class MetadataForm(SeenForm, ExpectedForm):
    """The same of a recommendation that is there already; later it says why."""

    reason = forms.CharField(
        label=_("Why it changes"), max_length=200, help_text=REASON_HELP
    )

    def __init__(self, data: Any = None, *, recommendation: Recommendation) -> None:
        known = recommendation
        initial = {
            **{
                field: getattr(known, field)
                for field in Details.__dataclass_fields__
                if field not in {"addressees", "pillars"}
            },
            "addressees": known.addressees.all(),
            "pillars": known.pillars.all(),
            "seen": acts.seen_of(known),
        }
        super().__init__(data, meeting=known.meeting, initial=initial)
        if State(known.state) is State.DRAFT:
            del self.fields["reason"]


class VersionForm(forms.Form):
    """The next version of the words, and the version its writer began with."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("Text"),
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=TEXT_HELP,
        max_length=limits.TEXT,
    )
    edit = forms.TypedChoiceField(
        label=_("Kind of change"),
        coerce=Edit,
        widget=forms.RadioSelect,
        choices=lambda: words.EDIT_CHOICE.items(),
        initial=Edit.SUBSTANTIVE,
    )
    reason = forms.CharField(
        label=_("Why it changes"), max_length=200, help_text=REASON_HELP
    )

    def __init__(self, data: Any = None, *, recommendation: Recommendation) -> None:
        current = recommendation.current
        initial = {"version": current.number, "text": current.as_typed}
        super().__init__(data, initial=initial)
        if State(recommendation.state) is State.DRAFT:
            # Nobody has answered yet, so nobody is asked again.
            del self.fields["edit"], self.fields["reason"]


class HandlingForm(forms.Form):
    """What the secretariat proposes to do with it, and from when others read that."""

    handling = forms.CharField(
        label=_("Proposed handling"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "For example: adopt in the consent list, or discuss together with another. "
            "Empty takes it back."
        ),
        max_length=limits.NOTE,
    )
    visible_on = forms.DateField(
        label=_("Others read it from"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Until then only the secretariat and the chairs do."),
    )
