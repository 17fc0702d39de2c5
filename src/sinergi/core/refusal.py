"""The one kind of 'no' a person sees: what, where and the way out."""

from typing import Any

from django.utils.functional import Promise


class Refusal(Exception):
    """An act that a rule forbids now; its message is shown as it stands.

    Subclasses live beside the act that raises them and are named for what was
    refused (`NoQuorum`).
    """

    def __init__(self, message: str | Promise) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return str(self.message)


class NotAllowed(Refusal):
    """This person, holding this office, may not do this."""


class StandsAlready(Refusal):
    """Exactly this was done before; `standing` is what came of it then."""

    def __init__(self, message: str | Promise, standing: Any) -> None:
        super().__init__(message)
        self.standing = standing
