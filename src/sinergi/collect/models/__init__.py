"""Tables of collecting: survey, questionnaire, wave, and the files that fill it."""

from sinergi.collect.models.surveys import FormVersion, Item, Survey
from sinergi.collect.models.waves import Import, MappingProfile, Problem, Wave

__all__ = [
    "FormVersion",
    "Import",
    "Item",
    "MappingProfile",
    "Problem",
    "Survey",
    "Wave",
]
