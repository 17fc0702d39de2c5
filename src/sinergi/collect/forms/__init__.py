"""Forms of collecting, one module a subject."""

from sinergi.collect.forms.imports import MappingForm, ReasonForm, UploadForm
from sinergi.collect.forms.surveys import QuestionnaireForm, SurveyForm, WaveForm

__all__ = [
    "MappingForm",
    "QuestionnaireForm",
    "ReasonForm",
    "SurveyForm",
    "UploadForm",
    "WaveForm",
]
