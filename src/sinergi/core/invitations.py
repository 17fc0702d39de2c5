"""The link with which an invited person sets the first password."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.urls import reverse

from sinergi.core.models import Person


def invitation_path(person: Person) -> str:
    """Good once: it carries what Django changes when the password is set."""
    key = default_token_generator.make_token(person)
    uid = user_pk_to_url_str(person)
    return reverse(
        "account_reset_password_from_key", kwargs={"uidb36": uid, "key": key}
    )
