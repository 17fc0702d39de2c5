"""Constraints every stage writes into the database in the same way."""

from enum import StrEnum

from django.db import models


def one_of(field: str, words: type[StrEnum], name: str) -> models.CheckConstraint:
    """The column holds a word of the enumeration and nothing else."""
    values = [word.value for word in words]
    return models.CheckConstraint(
        condition=models.Q(**{f"{field}__in": values}), name=name
    )


def positive(field: str, name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=models.Q(**{f"{field}__gte": 0}) | models.Q(**{field: None}),
        name=name,
    )
