"""Forms about the meeting itself: details, tata tertib, letter, reason."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sinergi.convene import words
from sinergi.convene.rules import MeetingKind, Ratification
from sinergi.core.choices import offer
from sinergi.core.models import Forum, Place
from sinergi.core.stale import SeenForm

YES_NO = (("yes", _("Yes")), ("no", _("No")))


def day_input() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class MeetingForm(forms.Form):
    """What, where and when; a reason once the invitation went out."""

    title = forms.CharField(
        label=_("Title"),
        max_length=200,
        help_text=_("As it stands in the letter of invitation."),
    )
    kind = forms.ChoiceField(
        label=_("Kind of meeting"),
        choices=words.kinds_explained,
        widget=forms.RadioSelect,
    )
    purpose = forms.CharField(
        label=_("Purpose"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("What the governments shall have agreed when they go home."),
    )
    host = forms.ModelChoiceField(
        label=_("Host government"), queryset=Place.objects.none()
    )
    venue = forms.CharField(
        label=_("Venue"), max_length=200, help_text=_("Building and town.")
    )
    starts_on = forms.DateField(label=_("First day"), widget=day_input())
    ends_on = forms.DateField(label=_("Last day"), widget=day_input())
    reason = forms.CharField(
        label=_("Reason for the change"),
        max_length=200,
        help_text=_("The invitation has gone out: the change is kept with its reason."),
    )

    def __init__(
        self, *args: Any, forum: Forum, with_reason: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        seated = Place.objects.filter(seats__forum=forum).order_by("seats__order")
        offer(self, "host", seated)
        if not with_reason:
            del self.fields["reason"]

    def clean_kind(self) -> MeetingKind:
        return MeetingKind(self.cleaned_data["kind"])


class ChangeMeetingForm(SeenForm, MeetingForm):
    """The same of a meeting that is there, as it was when the page was opened."""


class ProcedureForm(SeenForm):
    """The tata tertib in words, with numbers to fill in."""

    quorum_percent = forms.IntegerField(
        label=_("Quorum, in percent of the governments"),
        min_value=1,
        max_value=100,
        help_text=_(
            "So many governments must have been recorded present, on any day of the "
            "meeting, before it decides."
        ),
    )
    all_must_answer = forms.TypedChoiceField(
        label=_("Must every government answer before a recommendation is adopted?"),
        choices=YES_NO,
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        help_text=_("If not, the governments a recommendation names must answer."),
    )
    absence_answers = forms.TypedChoiceField(
        label=_("Does an absent government count as having answered?"),
        choices=YES_NO,
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    days_to_plan = forms.IntegerField(
        label=_("Days for a follow-up plan (RTL)"),
        min_value=1,
        max_value=366,
        help_text=_("Calendar days, counted from the date of the berita acara."),
    )
    days_to_report = forms.IntegerField(
        label=_("Days for a quarterly report"),
        min_value=1,
        max_value=92,
        help_text=_("Calendar days after the end of the quarter."),
    )
    days_to_reply = forms.IntegerField(
        label=_("Days to contest a verdict"),
        min_value=1,
        max_value=92,
        help_text=_("Calendar days after the verdict."),
    )
    days_to_comment = forms.IntegerField(
        label=_("Days to comment on the minutes"),
        min_value=1,
        max_value=30,
        help_text=_("Calendar days after the closing of the meeting."),
    )
    ratification = forms.ChoiceField(
        label=_("How is ratified what the groups agree?"),
        choices=lambda: words.RATIFICATION.items(),
        widget=forms.RadioSelect,
        help_text=_(
            "In plenary, one follows the groups. By circulation, the texts go round "
            "after the closing."
        ),
    )
    days_to_circulate = forms.IntegerField(
        label=_("Days of the circulation"),
        min_value=1,
        max_value=92,
        help_text=_("Calendar days after the closing; only by circulation."),
    )
    days_to_review = forms.IntegerField(
        label=_("Days to review the guideline"),
        min_value=1,
        max_value=92,
        help_text=_("Calendar days after it is sent to the governments."),
    )

    def clean_ratification(self) -> Ratification:
        return Ratification(self.cleaned_data["ratification"])


class LetterForm(forms.Form):
    """The number under which the invitation went out, and when answers are due."""

    letter_number = forms.CharField(
        label=_("Number of the letter"),
        max_length=80,
        help_text=_(
            "As the correspondence system gave it; the number of your own pattern is "
            "proposed."
        ),
    )
    reply_by = forms.DateField(
        label=_("Answers are due on"),
        widget=day_input(),
        required=False,
        help_text=_(
            "The governments answer until the end of this day. Left empty: three days "
            "before the meeting."
        ),
    )


class ReasonForm(forms.Form):
    """One sentence that stays on record."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=200,
        help_text=_("One sentence. It stays on record and names no person."),
    )


class ExtendForm(forms.Form):
    """A later last day of the circulation, and why."""

    until_on = forms.DateField(
        label=_("New last day"),
        widget=day_input(),
        help_text=_("Answers are taken until the end of this day, 24:00."),
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=200,
        help_text=_("One sentence. It stays on record and names no person."),
    )
