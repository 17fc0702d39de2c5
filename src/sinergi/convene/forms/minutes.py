"""Forms about minutes: text, decision, comment, answer."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sinergi.core.stale import SeenForm


class MinutesForm(SeenForm):
    text = forms.CharField(
        label=_("Minutes of the session"),
        widget=forms.Textarea(attrs={"rows": 18}),
        help_text=_(
            "An empty line begins a paragraph. What was decided stands under its "
            "agenda item and need not be repeated."
        ),
    )


class DecisionForm(forms.Form):
    text = forms.CharField(
        label=_("What was decided"), widget=forms.Textarea(attrs={"rows": 4})
    )


class CommentForm(forms.Form):
    text = forms.CharField(
        label=_("What your government reads otherwise"),
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("The members of the forum and the committee read it."),
    )


class AnswerForm(forms.Form):
    answer = forms.CharField(
        label=_("What came of it"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("For example: taken up in revision 3; or why not."),
    )
