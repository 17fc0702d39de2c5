"""Two tabs, one text: a form remembers what it showed and overwrites nothing newer."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar, cast

from django import forms
from django.http import QueryDict

from sinergi.core.canonical import canonical_json, sha256
from sinergi.core.refusal import Refusal

T = TypeVar("T")


class Overtaken(Refusal):
    """Somebody saved the same thing after the page was opened."""


def stamp(shown: Mapping[str, Any]) -> str:
    """What a page shows, in few letters: another stamp means that it changed."""
    return sha256(canonical_json(dict(shown)))[:16]


class SeenForm(forms.Form):
    """Sends back the stamp of what it was filled in from; without one nothing is asked.

    A refused form is shown with what was typed. Sending it once more is an answer to
    what stands there now, so it takes the stamp of that.
    """

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def carry_out(self, deed: Callable[[], T], seen_now: Callable[[], str]) -> T:
        """Do the deed; overtaken by another, the form answers to what stands now."""
        try:
            return deed()
        except Overtaken:
            self.answer_to(seen_now())
            raise

    def answer_to(self, now: str) -> None:
        data = cast("QueryDict", self.data).copy()
        data["seen"] = now
        self.data = data
