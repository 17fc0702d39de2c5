"""What may be wrong in a file or a definition, with the English of each."""

from enum import StrEnum


class FileFault(StrEnum):
    """One way a file cannot be read; its value names the parts it needs."""

    FOLDER = "it is a folder. Name the files in it, or a pattern such as {pattern!r}."
    NOT_ALLOWED = (
        "you have no right to read it. Ask its owner for that right, or copy it to a "
        "folder of your own."
    )
    NO_HEADER = (
        "it has no header line. Write the names of the columns in its first line."
    )
    SAME_COLUMN = (
        "columns {first} and {second} are both named {column!r} (capitals do not "
        "differ). Rename one."
    )
    NOT_UTF8 = (
        "line {line} has a letter that is not UTF-8. Save the file again as CSV UTF-8."
    )
    CELLS = (
        "the cells of line {line} are {found}, of the header line {wanted} (separated "
        "by {separator!r}). Give every line as many cells as the header; a text that "
        "holds the separator stands in double quotation marks."
    )
    QUOTES = (
        "line {line} cannot be split into cells: a double quotation mark is opened "
        "and not closed, or text follows a closing one. Write a quotation mark inside "
        "a text twice."
    )
    LONG_CELL = (
        "line {line}, column {column!r} has a cell of {letters} letters, more than "
        "can be read. Shorten it, or leave that column out of the file."
    )
    LONG_LINE = (
        "line {line} has {letters} letters, more than can be read. Shorten its cells, "
        "or leave columns out of the file."
    )
    ENDINGS = (
        "line {line} does not end like the lines before it (carriage return, line "
        "feed or both). Save the file again in one program."
    )
    LINE = (
        "line {line} is not as the header line announces. Look at it and at the line "
        "before it, and save the file again as CSV UTF-8."
    )
    DAMAGED_GZIP = (
        "it is not a whole gzip file. Compress or copy it again, or give the CSV "
        "itself."
    )
    DAMAGED_CSV = (
        "the reader gives up on it without naming a line: {reason} Save the file again "
        "as CSV UTF-8, with one header line."
    )
    NOT_PARQUET = (
        "it is named Parquet and does not begin like one. Export it again, or name it "
        ".csv if it is a CSV."
    )
    CUT_PARQUET = (
        "its end is missing: only {bytes} bytes of it are here. Copy the Parquet file "
        "again from where it was made."
    )
    DAMAGED_PARQUET = (
        "it is a damaged Parquet file: {reason} Copy it again from where it was made, "
        "or export it again."
    )


class StoreFault(StrEnum):
    """One way a file cannot be written; its value names the parts it needs."""

    VALUE = (
        "a value does not fit the type of its column: {reason} Correct the value or "
        "the type."
    )
    DISK = (
        "the system does not take it: {reason} Make room, or write to a folder that "
        "is yours."
    )


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
