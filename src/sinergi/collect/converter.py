"""What the XLSForm converter says: English sentences made findings of our own."""

import re

from sinergi.collect.questionnaire import Finding

_ROW = re.compile(r"\[row : (\d+)\]")
_SHEET = re.compile(r"On the '(\w+)' sheet")
# What is said most often; the named parts are what the finding tells.
_KNOWN = (
    (r"the '(?P<column>\w+)' value .*Could not find the name '(?P<name>[^']*)'",
     "xlsform_no_reference"),
    (r"the 'name' value '(?P<name>[^']*)' is .*(?:unique|case-insensitive match)",
     "xlsform_same_name"),
    (r"List name not in choices sheet: (?P<name>\S+)", "xlsform_no_list"),
    (r"Unknown question type '(?P<type>[^']*)'", "xlsform_unknown_type"),
    (r"Unmatched '(?P<kind>\w+)'.*for the name '(?P<name>[^']*)'", "xlsform_unmatched"),
    (r"the '(?P<column>\w+)' value is invalid\. Names must begin", "xlsform_bad_name"),
    (r"On the 'choices' sheet, the 'label' value is invalid", "xlsform_no_label"),
    (r"Language '(?P<language>[^']*)' is missing the (?P<sheet>\w+) columns "
     r"(?P<columns>.*?)\.?$", "xlsform_language"),
)  # fmt: skip


def told(message: str, *, blocks: bool) -> Finding:
    """One sentence of the converter; one we do not know is quoted as its own."""
    text = " ".join(message.split())
    row, sheet = _ROW.search(text), _SHEET.search(text)
    number = int(row[1]) if row else 0
    for pattern, code in _KNOWN:
        if found := re.search(pattern, text):
            values = {"sheet": sheet[1] if sheet else "survey", **found.groupdict()}
            return Finding(code, number, values, blocks=blocks)
    code = "xlsform_refused" if blocks else "xlsform_warning"
    return Finding(code, number, {"message": text}, blocks=blocks)
