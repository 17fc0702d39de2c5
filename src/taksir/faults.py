"""What may be wrong in the definition of an index, with the English of each."""

from enum import StrEnum


class Fault(StrEnum):
    """One way a definition is not well-formed; its value names the parts it needs."""

    NOT_TOML = "{reason}."
    NOT_UTF8 = "it is not UTF-8 text: {reason}."
    UNKNOWN_KEY = "unknown {name!r}: {hint}"
    NO_TABLE = "the table is missing or empty."
    NOT_A_TABLE = "a table is needed, not {value!r}."
    NOT_A_NAME = "a name in quotes is needed, not {value!r}."
    NOT_NAMES = "a list of names is needed, not {value!r}."
    NOT_A_RANGE = "lowest and highest are needed, not {value!r}."
    NOT_A_MINIMUM = (
        'a number from 1, a share below 1 or "all" is needed, not {value!r}.'
    )
    NO_ITEMS = "it has no items."
    NO_SUCH_ITEM = "no item {name!r}: {hint}"
    TOO_MANY = "{least} parts must be answered but {name!r} has {count}."
    ITEM_TWICE = "this item stands in two places."
    SCORE_TWICE = "two scores have this name."
    SCORE_AND_ITEM = "it names both a score and an item."
