"""An index definition in TOML: read, refused with reasons, or drafted from a form."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from sinergi.collect.models import FormVersion
from sinergi.collect.rules import RESERVED
from sinergi.measure import complaints
from sinergi.measure.rules import INDEX
from taksir import Index, errors

_CODE = re.compile(r"[a-zA-Z0-9_-]{1,40}")


class BadDefinition(Exception):
    """The TOML is not an index; the message says where and why."""


@dataclass(frozen=True)
class Scored:
    """What an index definition needs to know of an item."""

    name: str
    pillar: str
    indicator: str
    is_reversed: bool


def parse(text: str) -> Index:
    """The index that a TOML text defines.

    Raises:
        BadDefinition: taksir refuses it, or a pillar has a name no address can hold.
    """
    try:
        index = Index.loads(text)
    except errors.BadDefinition as error:
        raise BadDefinition(complaints.of_definition(error, text)) from error
    for name in (index.name, *index.pillars):
        if not _CODE.fullmatch(name) or name.casefold() in RESERVED:
            raise BadDefinition(
                _(
                    "“%(name)s” is not a usable name: up to 40 letters, digits, "
                    "hyphens or underscores, and none of %(reserved)s."
                )
                % {"name": name, "reserved": ", ".join(sorted(RESERVED))}
            )
    if INDEX in index.pillars:
        raise BadDefinition(
            _("A pillar cannot be called “%(name)s”. Give it another name.")
            % {"name": INDEX}
        )
    return index


def code_of(index: Index, measure: str) -> str:
    """The measure as figures are kept under; the whole is always the index."""
    return INDEX if measure == index.name else measure


def drafted(form: FormVersion) -> str:
    """A definition to start from: every item of the questionnaire, equal weights."""
    items = [
        Scored(item.name, item.pillar, item.indicator, item.is_reversed)
        for item in form.scored()
    ]
    scales = set(form.scales().values())
    return written(items, scales.pop() if len(scales) == 1 else (1, 5))


def written(items: Iterable[Scored], scale: tuple[int, int]) -> str:
    """The TOML of an index over the items, in their order."""
    items = list(items)
    pillars: dict[str, dict[str, list[str]]] = {}
    for item in items:
        indicator = item.indicator or f"{item.pillar}_semua"
        if indicator == item.pillar:
            indicator = f"{item.pillar}_semua"
        pillars.setdefault(item.pillar, {}).setdefault(indicator, []).append(item.name)
    lines = [
        "[index]",
        f'name = "{INDEX}"',
        f"scale = {list(scale)}",
        f"reversed = {json.dumps([i.name for i in items if i.is_reversed])}",
        "",
        "[minimum]",
        "indicator = 1",
        "pillar = 0.5",
        'index = "all"',
    ]
    for pillar, indicators in pillars.items():
        lines += ["", f"[pillars.{pillar}]"]
        lines += [f"{name} = {json.dumps(each)}" for name, each in indicators.items()]
    return "\n".join([*lines, ""])
