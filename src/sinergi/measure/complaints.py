"""What the estimator says, in words of the reader: never English, never a path."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sinergi.collect import findings, tomlfile
from taksir import errors
from taksir.faults import Fault

Words = str | Promise

_SHOWN = 12  # names that are told

_DEFINITION: dict[Fault, Words] = {
    Fault.UNKNOWN_KEY: gettext_lazy("“%(name)s” is not known here. %(hint)s"),
    Fault.NO_SUCH_ITEM: gettext_lazy("there is no item “%(name)s”. %(hint)s"),
    Fault.NO_TABLE: gettext_lazy("this part is missing or empty."),
    Fault.NOT_A_NAME: gettext_lazy(
        "a name in quotation marks is needed; %(value)s stands there."
    ),
    Fault.NOT_NAMES: gettext_lazy("a list of names is needed; %(value)s stands there."),
    Fault.NOT_A_RANGE: gettext_lazy(
        "the lowest and the highest value are needed, as in [1, 5]; %(value)s stands "
        "there."
    ),
    Fault.NO_ITEMS: gettext_lazy("this indicator has no items."),
    Fault.NOT_A_TABLE: gettext_lazy(
        "names with their values are needed; %(value)s stands there."
    ),
    Fault.NOT_A_MINIMUM: gettext_lazy(
        "a whole number from 1, a share below 1, or “all” is needed; %(value)s stands "
        "there."
    ),
    Fault.TOO_MANY: gettext_lazy(
        "%(least)s parts must be answered, but “%(name)s” has only %(count)s."
    ),
    Fault.ITEM_TWICE: gettext_lazy("this item stands twice."),
    Fault.SCORE_TWICE: gettext_lazy("two scores have this name."),
    Fault.SCORE_AND_ITEM: gettext_lazy(
        "a score and an item have this name; capitals do not differ."
    ),
}

_ESTIMATING: dict[type[errors.TaksirError], Words] = {
    errors.NoSuchColumn: gettext_lazy(
        "The definition names the item “%(name)s”, which the wave does not have. "
        "%(hint)s Use a definition made for its questionnaire."
    ),
    errors.OutOfScale: gettext_lazy(
        "Item “%(item)s” has %(rows)s answers outside the scale of the definition, "
        "%(low)s to %(high)s, for example %(example)s. Correct the scale of the "
        "definition."
    ),
    errors.NotNumeric: gettext_lazy(
        "“%(column)s” holds no numbers in %(rows)s rows, for example “%(example)s”. An "
        "index is made of items only."
    ),
    errors.WrongType: gettext_lazy(
        "“%(column)s” holds no numbers. An index is made of items only."
    ),
    errors.AmbiguousMeasure: gettext_lazy(
        "“%(name)s” is a score of the definition and a column of the wave. Call the "
        "score otherwise."
    ),
    errors.NoRows: gettext_lazy("The wave has no answers at all."),
    errors.Overflow: gettext_lazy(
        "The weights are too large to be added up. Bring the file again with weights "
        "that are persons a respondent stands for."
    ),
}


def of_definition(error: errors.BadDefinition, text: str) -> str:
    """Where a definition is wrong, and how; `text` is what was read."""
    if error.fault is Fault.NOT_TOML:
        said = str(error.values["reason"])
        [why] = findings.sentences([tomlfile.fault(text, said).finding])
        return why
    return f"{error.where}: {_with(_DEFINITION[error.fault], error.values)}"


def of_estimating(error: errors.TaksirError) -> str:
    """Why no figures come of a wave and a definition."""
    words = _ESTIMATING.get(type(error))
    if words is None:
        return _(
            "The wave and the definition do not fit each other (%(kind)s). Compare the "
            "items of both."
        ) % {"kind": type(error).__name__}
    return _with(words, vars(error))


def _with(words: Words, values: Mapping[str, Any]) -> str:
    told: dict[str, Callable[[Any], str]] = {"hint": _hint, "value": repr}
    return str(words) % {k: told.get(k, _plain)(v) for k, v in values.items()}


def _plain(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def _hint(hint: errors.Nearest) -> str:
    """The way out of a name that is not there."""
    if hint.likely is not None:
        return _("Is “%(likely)s” meant?") % {"likely": hint.likely}
    if not hint.there:
        return _("There is none.")
    names = ", ".join(f"“{name}”" for name in hint.there[:_SHOWN])
    if (more := len(hint.there) - _SHOWN) > 0:
        values = {"names": names, "more": more}
        return _("There are: %(names)s and %(more)s more.") % values
    return _("There are: %(names)s.") % {"names": names}
