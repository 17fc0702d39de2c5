"""Every way collecting changes the world, one module a subject."""

from sinergi.collect.acts.confirming import confirm, discard, reopen
from sinergi.collect.acts.imports import check, save_profile, upload
from sinergi.collect.acts.surveys import create_survey, publish_form
from sinergi.collect.acts.waves import freeze, open_wave

__all__ = [
    "check",
    "confirm",
    "create_survey",
    "discard",
    "freeze",
    "open_wave",
    "publish_form",
    "reopen",
    "save_profile",
    "upload",
]
