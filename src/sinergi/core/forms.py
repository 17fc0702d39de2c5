"""Forms of the core."""

from typing import Any

from allauth.account.forms import LoginForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

from sinergi.core import words
from sinergi.core.choices import offer
from sinergi.core.models import Bidang, Forum, Place
from sinergi.core.rules import Role


class SignInForm(LoginForm):  # type: ignore[misc] # allauth has no types
    """Says on the sign-in page what the other pages of an account say."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("Email")
        self.fields["password"].label = _("Your password")
        self.fields["remember"].label = _("Stay signed in on this device")


class AddPasskeyForm(AddWebAuthnForm):  # type: ignore[misc] # allauth has no types
    """Calls the name of a key a name in the language of the page."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Name")


class RenamePasskeyForm(EditWebAuthnForm):  # type: ignore[misc] # allauth has no types
    """Calls the name of a key a name in the language of the page."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Name")


class InvitationForm(forms.Form):
    """Who gets which office in which government, from which day."""

    name = forms.CharField(label=_("Name"), max_length=120)
    email = forms.EmailField(label=_("Email"))
    government = forms.ModelChoiceField(
        label=_("Government"), queryset=Place.objects.none()
    )
    role = forms.ChoiceField(label=_("Role"), choices=lambda: words.ROLE.items())
    title = forms.CharField(
        label=_("Office held"),
        max_length=120,
        required=False,
        help_text=_("As it stands in letters, for example: Head of the IKP field."),
    )
    mandate = forms.CharField(
        label=_("Mandate"),
        max_length=200,
        required=False,
        help_text=_("Number and date of the letter that gives the office."),
    )
    starts_on = forms.DateField(
        label=_("From"), widget=forms.DateInput(attrs={"type": "date"})
    )
    ends_on = forms.DateField(
        label=_("Until"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    def __init__(self, *args: Any, forum: Forum, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seats = Place.objects.filter(seats__forum=forum).order_by("seats__order")
        offer(self, "government", seats)

    def clean_role(self) -> Role:
        return Role(self.cleaned_data["role"])


class EndMembershipForm(forms.Form):
    ends_on = forms.DateField(
        label=_("Last day in office"), widget=forms.DateInput(attrs={"type": "date"})
    )
    reason = forms.CharField(label=_("Reason"), max_length=200)


class OfficesForm(forms.Form):
    """One line a bidang."""

    def __init__(self, *args: Any, bidang: list[Bidang], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for each in bidang:
            self.fields[each.code] = forms.CharField(
                label=each.name, max_length=160, required=False
            )
