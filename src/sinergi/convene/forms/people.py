"""Forms about people: committee and participants."""

from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sinergi.convene import access, words
from sinergi.convene.models import Meeting, Session
from sinergi.convene.rules import CommitteeRole
from sinergi.core.choices import offer
from sinergi.core.models import Membership, Person, Place


class HolderField(forms.ModelChoiceField):  # type: ignore[type-arg] # only mypy knows it generic
    """A person by the office held, since two may bear one name."""

    offices: Mapping[int, Membership] = {}

    def label_from_instance(self, obj: Person) -> str:
        return f"{obj.name} · {self.offices[obj.pk]}"


class CommitteeForm(forms.Form):
    """Who does what in this meeting."""

    person = HolderField(
        label=_("Person"),
        queryset=Person.objects.none(),
        help_text=_("People with an office in a government of the forum."),
    )
    role = forms.ChoiceField(label=_("Task"), choices=lambda: words.COMMITTEE.items())
    session = forms.ModelChoiceField(
        label=_("Group"),
        queryset=Session.objects.none(),
        required=False,
        empty_label=_("none"),
        help_text=_("Only for the chair of a group."),
    )

    def __init__(self, *args: Any, meeting: Meeting, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = Membership.objects.current(on).filter(
            government__in=meeting.forum.seats.values("government"),
            role__in=access.serving(CommitteeRole.DESK),
            person__is_simulated=meeting.is_simulated,
        )
        offices: dict[int, Membership] = {}
        for membership in held:
            offices.setdefault(membership.person_id, membership)
        offer(self, "person", Person.objects.filter(pk__in=offices))
        cast("HolderField", self.fields["person"]).offices = offices
        offer(self, "session", meeting.sessions.filter(bidang__isnull=False))

    def clean_role(self) -> CommitteeRole:
        return CommitteeRole(self.cleaned_data["role"])


class ParticipantsForm(forms.Form):
    """The same office of one government or of several at once."""

    office = forms.CharField(
        label=_("Office"),
        max_length=160,
        help_text=_("For example: Head of office, Head of the bidang."),
    )
    governments = forms.ModelMultipleChoiceField(
        label=_("Governments"),
        queryset=Place.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )
    name = forms.CharField(
        label=_("Name"),
        max_length=120,
        required=False,
        help_text=_(
            "Only for one government. The committee and the desk read it, nobody else."
        ),
    )
    session = forms.ModelChoiceField(
        label=_("Group"),
        queryset=Session.objects.none(),
        required=False,
        empty_label=_("whole meeting"),
    )

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seated = Place.objects.filter(seats__forum=meeting.forum)
        seated = seated.order_by("seats__order")
        offer(self, "governments", seated)
        offer(self, "session", meeting.sessions.filter(bidang__isnull=False))

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if values.get("name") and len(values.get("governments", ())) > 1:
            self.add_error(
                "name",
                gettext(
                    "A name belongs to one government. Choose one, or leave it out."
                ),
            )
        return values
