"""A questionnaire from an uploaded or local file, whatever it is written in."""

from sinergi.collect import itemlist, xlsform
from sinergi.collect.questionnaire import Questionnaire
from sinergi.core import files
from sinergi.core.models import Pillar

TOML = "application/toml"


def read(
    content: bytes, name: str, *, title: str = "", version: str = ""
) -> tuple[Questionnaire, str]:
    """The questionnaire and the media type of its file.

    Raises:
        FileRefused: It is none of the kinds taken.
        FormRefused: It cannot be made a questionnaire; the findings say why.
    """
    pillars = list(Pillar.objects.values_list("code", flat=True))
    kind = files.check(content, name, frozenset({files.XLSX, files.CSV}))
    if kind == files.XLSX:
        return xlsform.read(content, pillars=pillars), kind
    if name.lower().endswith(".toml"):
        return itemlist.read_toml(content, pillars=pillars), TOML
    questionnaire = itemlist.read_csv(
        content, title=title, version=version, pillars=pillars
    )
    return questionnaire, kind
