"""What a field of a form offers, when only the page that builds the form knows it."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.db.models import QuerySet


def offer(form: forms.BaseForm, name: str, these: QuerySet[Any]) -> None:
    """Let a field choose among these rows."""
    cast("forms.ModelChoiceField[Any]", form.fields[name]).queryset = these


def offer_words(
    form: forms.BaseForm, name: str, these: Iterable[tuple[Any, Any]]
) -> None:
    """Let a field choose among these values, each with what it is called."""
    cast("forms.ChoiceField", form.fields[name]).choices = list(these)
