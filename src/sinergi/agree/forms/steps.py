"""What a step asks before it is taken: why, and where to."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sinergi.agree.forms.drafting import REASON_HELP
from sinergi.agree.models import Recommendation
from sinergi.agree.models.recommendations import RecommendationQuerySet
from sinergi.agree.rules import ADOPTED, CLOSED, TRANSITIONS, Action, State
from sinergi.convene.models import AgendaItem
from sinergi.convene.rules import SessionKind
from sinergi.core.choices import offer

# Steps that say why, or may.
WITH_REASON = frozenset(
    {
        Action.REFER_BACK,
        Action.DEFER,
        Action.REJECT,
        Action.MERGE,
        Action.WITHDRAW,
        Action.SUPERSEDE,
    }
)


class StepForm(forms.Form):
    """Only the fields its action has; their names are those the act asks for."""

    agenda_item = forms.ModelChoiceField(
        label=_("Item of the plenary"),
        queryset=AgendaItem.objects.none(),
        empty_label=_("Choose an item"),
        help_text=_("Under this item the plenary takes it up."),
    )
    into = forms.ModelChoiceField(
        label=_("Merge into"),
        queryset=Recommendation.objects.none(),
        empty_label=_("Choose a recommendation"),
    )
    later = forms.ModelChoiceField(
        label=_("Replaced by"),
        queryset=Recommendation.objects.none(),
        empty_label=_("Choose a recommendation"),
        help_text=_("Adopted by a later meeting of the forum."),
    )
    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=REASON_HELP,
    )

    def __init__(
        self, data: Any = None, *, action: Action, recommendation: Recommendation
    ) -> None:
        super().__init__(data)
        step = TRANSITIONS[State(recommendation.state)][action]
        self.fields["reason"].required = step.needs_reason
        choices = {
            "agenda_item": (Action.FORWARD, items_of_plenary(recommendation)),
            "into": (Action.MERGE, mergeable(recommendation)),
            "later": (Action.SUPERSEDE, later_than(recommendation)),
        }
        for name, (asked_by, offered) in choices.items():
            if action is asked_by:
                offer(self, name, offered)
                if offered.count() == 1:
                    self.fields[name].initial = offered.get()
            else:
                del self.fields[name]
        if action not in WITH_REASON:
            del self.fields["reason"]


def items_of_plenary(recommendation: Recommendation) -> Any:
    items = AgendaItem.objects.filter(
        session__meeting=recommendation.meeting_id,
        session__kind=SessionKind.PLENARY.value,
    )
    return items.order_by("session__starts_at", "order")


def mergeable(recommendation: Recommendation) -> RecommendationQuerySet:
    """Others of the meeting that are before it and not decided."""
    hidden = [*sorted(CLOSED), State.DRAFT.value]
    others = Recommendation.objects.filter(meeting=recommendation.meeting_id)
    return others.exclude(pk=recommendation.pk).exclude(state__in=hidden)


def later_than(recommendation: Recommendation) -> RecommendationQuerySet:
    """What later meetings of the forum adopted and still stands."""
    standing = sorted(ADOPTED - {State.SUPERSEDED})
    return Recommendation.objects.filter(
        meeting__forum=recommendation.meeting.forum_id,
        meeting__starts_on__gt=recommendation.meeting.ends_on,
        state__in=standing,
    )
