"""What is typed for a pedoman: words around clauses, changes, comments, its letter."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from sinergi.agree.forms import limits
from sinergi.agree.models import Chapter, Clause
from sinergi.core.choices import offer
from sinergi.core.stale import SeenForm

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def _long(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class GuidelineForm(SeenForm):
    title = forms.CharField(label=_("Title"), max_length=200)
    foreword = forms.CharField(
        label=_("Foreword"),
        required=False,
        widget=_long(8),
        help_text=_("A blank line begins a new paragraph."),
        max_length=limits.EXPLANATION,
    )


class ChapterForm(SeenForm):
    title = forms.CharField(label=_("Title of the chapter"), max_length=200)
    commentary = forms.CharField(
        label=_("Commentary"),
        required=False,
        widget=_long(6),
        help_text=_("Explains the chapter; it is not part of what was agreed."),
        max_length=limits.EXPLANATION,
    )


class CommentaryForm(SeenForm):
    commentary = forms.CharField(
        label=_("Commentary"),
        required=False,
        widget=_long(4),
        help_text=_("Explains the clause; it is not part of what was agreed."),
        max_length=limits.EXPLANATION,
    )


class PlaceForm(forms.Form):
    """Into which chapter a clause is put."""

    chapter = forms.ModelChoiceField(
        label=_("Chapter"), queryset=Chapter.objects.none(), empty_label=None
    )

    def __init__(self, *args: Any, clause: Clause, **more: Any) -> None:
        super().__init__(*args, **more)
        chapters = clause.guideline.chapters.all()
        offer(self, "chapter", chapters)
        self.fields["chapter"].initial = clause.chapter_id


class ChangeForm(forms.Form):
    """What becomes of an earlier clause."""

    replacement = forms.ModelChoiceField(
        label=_("In its place stands"),
        queryset=Clause.objects.none(),
        required=False,
        empty_label=_("nothing: it is withdrawn"),
    )
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        widget=_long(3),
        help_text=_("Printed; needed where a clause is withdrawn."),
        max_length=limits.NOTE,
    )

    def __init__(self, *args: Any, clauses: QuerySet[Clause], **more: Any) -> None:
        super().__init__(*args, **more)
        offer(self, "replacement", clauses)


class CommentForm(forms.Form):
    clause = forms.ModelChoiceField(
        label=_("About"),
        queryset=Clause.objects.none(),
        required=False,
        empty_label=_("the whole guideline"),
    )
    text = forms.CharField(
        label=_("Your comment"),
        widget=_long(5),
        help_text=_(
            "On structure and commentary. The words of a clause were agreed by all "
            "governments; other words are a matter of the next meeting."
        ),
        max_length=limits.NOTE,
    )

    def __init__(self, *args: Any, clauses: QuerySet[Clause], **more: Any) -> None:
        super().__init__(*args, **more)
        offer(self, "clause", clauses)


class AnswerForm(forms.Form):
    answer = forms.CharField(
        label=_("Reply of the secretariat"), widget=_long(4), max_length=limits.NOTE
    )


class InForceForm(forms.Form):
    legal_form = forms.CharField(
        label=_("Legal form"),
        max_length=120,
        help_text=_("For example: circular letter of the governor."),
    )
    number = forms.CharField(label=_("Number"), max_length=80)
    in_force_on = forms.DateField(label=_("In force from"), widget=DAY)
    signing_office = forms.CharField(
        label=_("Signing office"),
        max_length=200,
        required=False,
        help_text=_(
            "As it stands under the letter, for example: Sekretaris Daerah. Without "
            "office, place and day the guideline is printed without this part."
        ),
    )
    determined_in = forms.CharField(
        label=_("Determined in"), max_length=120, required=False
    )
    determined_on = forms.DateField(
        label=_("Determined on"), widget=DAY, required=False
    )


class RepealForm(forms.Form):
    """The letter that withdraws a pedoman as a whole."""

    legal_form = forms.CharField(
        label=_("Legal form of the repeal"),
        max_length=120,
        help_text=_("For example: circular letter of the governor."),
    )
    number = forms.CharField(label=_("Number"), max_length=80)
    repealed_on = forms.DateField(label=_("Repealed from"), widget=DAY)
    reason = forms.CharField(label=_("Reason"), widget=_long(3), max_length=limits.NOTE)
