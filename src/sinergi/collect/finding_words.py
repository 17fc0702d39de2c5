"""What collecting finds in a file, a questionnaire or a mapping, in sentences."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

FINDING = {
    "xlsform_unreadable": _(
        "The workbook cannot be opened: it is damaged or no workbook. Save it again as "
        ".xlsx."
    ),
    "xlsform_too_large": _(
        "The workbook unpacks to more than is taken (30 MB, 5,000 rows a sheet, "
        "30 seconds). Remove empty formatted rows, or split it."
    ),
    "xlsform_no_reference": _(
        "Sheet %(sheet)s, column “%(column)s” names the question “%(name)s”, which the "
        "form does not have. Correct the name, or add the question."
    ),
    "xlsform_same_name": _(
        "Sheet %(sheet)s: the name “%(name)s” stands more than once. Give each "
        "question a name of its own."
    ),
    "xlsform_no_list": _(
        "The list of choices “%(name)s” is not on the sheet choices. Add it, or "
        "correct its name in the column type."
    ),
    "xlsform_unknown_type": _(
        "The type “%(type)s” is not one of XLSForm. Correct it in the column type, for "
        "example: select_one, integer, text."
    ),
    "xlsform_unmatched": _(
        "“%(kind)s” of “%(name)s” has no other half. Every begin_group or begin_repeat "
        "has its end."
    ),
    "xlsform_bad_name": _(
        "Sheet %(sheet)s: the value of the column “%(column)s” is not a usable name: "
        "letters, digits, underscores, hyphens and dots, starting with a letter."
    ),
    "xlsform_no_label": _("Sheet choices: this choice has no label. Give it one."),
    "xlsform_language": _(
        "Language “%(language)s” lacks columns on the sheet %(sheet)s: %(columns)s."
    ),
    "xlsform_refused": _(
        "The XLSForm converter refuses the form. Its own words, in English: "
        "“%(message)s”"
    ),
    "xlsform_warning": _(
        "The XLSForm converter remarks, in its own words (English): “%(message)s”"
    ),
    "list_not_utf8": _("The list is not UTF-8 text. Save it again as UTF-8."),
    "toml_fault": _(
        "Line %(line)s, column %(column)s is not TOML: “%(text)s”. Write name = value, "
        "texts in double quotation marks, lists in square brackets."
    ),
    "toml_twice": _(
        "Line %(line)s says again what stands above it: “%(text)s”. Keep one of the "
        "two."
    ),
    "file_too_wide": _(
        "It has %(columns)s columns; at most %(most)s are taken. Leave out what the "
        "questionnaire does not ask, and bring the file again."
    ),
    "file_cells": _(
        "Line %(line)s has %(found)s cells, the header line has %(wanted)s (separated "
        "by “%(separator)s”). Give every line as many cells as the header – a text "
        "that holds the separator stands in double quotation marks – and bring the "
        "file again."
    ),
    "file_quotes": _(
        "Line %(line)s cannot be split into cells: a double quotation mark is opened "
        "and not closed, or text follows a closing one. Write a quotation mark inside "
        "a text twice, and bring the file again."
    ),
    "file_no_header": _(
        "It has no header line. Write the names of the columns in the first line, and "
        "bring the file again."
    ),
    "file_same_column": _(
        "Columns %(first)s and %(second)s are both called “%(column)s” (capitals do "
        "not tell names apart). Rename one, and bring the file again."
    ),
    "file_not_utf8": _(
        "Line %(line)s has a letter that cannot be read. Save the file again as CSV "
        "UTF-8, and bring it again."
    ),
    "file_long_cell": _(
        "Line %(line)s has a cell of %(letters)s letters in column “%(column)s”, more "
        "than can be read. Shorten it, or leave that column out, and bring the file "
        "again."
    ),
    "file_long_line": _(
        "Line %(line)s has %(letters)s letters, more than can be read. Shorten its "
        "cells, or leave out columns the questionnaire does not ask, and bring the "
        "file again."
    ),
    "file_endings": _(
        "Line %(line)s does not end like the lines before it. Open the file in one "
        "program, save it again as CSV UTF-8, and bring it again."
    ),
    "file_line": _(
        "Line %(line)s is not as the header line announces. Look at it and at the line "
        "before it, save the file again as CSV UTF-8, and bring it again."
    ),
    "file_no_rows": _(
        "It has a header of %(columns)s columns and no row of answers. Look at the "
        "export, and bring the file with the answers."
    ),
    "file_damaged_gzip": _("It is compressed and damaged. Bring the CSV itself."),
    "file_damaged_csv": _(
        "It cannot be read to its end, and no line can be named. Export it again as "
        "CSV UTF-8 or Parquet, and bring it again."
    ),
    "file_not_parquet": _(
        "It is no Parquet file. Export it again as Parquet or as CSV UTF-8, and bring "
        "it again."
    ),
    "file_cut_parquet": _(
        "The end of this Parquet file is missing: only %(bytes)s bytes are here. Copy "
        "it again from where it was made, and bring it again."
    ),
    "file_damaged_parquet": _(
        "This Parquet file is damaged inside. Copy it again from where it was made, or "
        "export it again, and bring it again."
    ),
    "no_title": _("The questionnaire has no title. Add one."),
    "no_version": _(
        "The questionnaire has no version. Add one, so that answers can be tied to it."
    ),
    "bad_form_id": _(
        "form_id is “%(form_id)s”; write 1 to 64 letters, digits, dots, hyphens or "
        "underscores."
    ),
    "submission_url": _(
        "The form would send answers to %(url)s. Remove submission_url."
    ),
    "column_spelling": _(
        "Column “%(column)s” is not known; is it “%(likely)s”? A misspelt column is "
        "ignored without a word by every phone."
    ),
    "column_unknown": _("Column “%(column)s” is not known and is not used."),
    "unknown_role": _("Role “%(role)s” is not known. Known are: %(known)s."),
    "unclear_reverse": _("reverse is “%(value)s”; write yes, or leave it empty."),
    "pillar_on_other": _(
        "“%(name)s” has a pillar but is not an item. Set role to item, or remove the "
        "pillar."
    ),
    "reverse_on_other": _("“%(name)s” is reversed but is not an item. Remove reverse."),
    "item_without_pillar": _("Item “%(name)s” has no pillar. Name the one it is of."),
    "pillar_spelling": _("Pillar “%(pillar)s” is not known; is it “%(likely)s”?"),
    "item_not_choice": _(
        "Item “%(name)s” is of type “%(type)s”; an item is a select_one on a scale."
    ),
    "scale_not_whole": _(
        "The answers of item “%(name)s” are not consecutive whole numbers: %(values)s."
    ),
    "scale_labels": _(
        "%(labels)s labels do not fit a scale of %(steps)s steps. Give one each."
    ),
    "no_scale": _("Item “%(name)s” has no scale. Give its lowest and highest answer."),
    "no_items": _("There is no item. Give questions the role item and a pillar."),
    "no_consent": _("No question has the role consent. Ask for consent first."),
    "bad_name": _(
        "“%(name)s” is not a usable name: letters, digits and underscores, starting "
        "with a letter."
    ),
    "reserved_name": _(
        "“%(name)s” is a name the frozen wave uses itself. Call the item otherwise."
    ),
    "same_name": _(
        "“%(name)s” also stands in row %(other)s; capitals do not tell names apart."
    ),
    "translation_missing": _(
        "Sheet %(sheet)s: “%(column)s” is empty while another language is filled in."
    ),
    "expression_quote": _(
        "Column “%(column)s”: a quotation mark is opened and not closed, from “%(at)s”."
        " Close it, or remove it."
    ),
    "expression_brackets": _(
        "Column “%(column)s”: a bracket has no other half in “%(expression)s”. Close "
        "it, or remove it."
    ),
    "expression_sign": _(
        "Column “%(column)s”: “%(at)s” begins with a sign no expression has. Correct "
        "it; names of questions are written ${name}."
    ),
    "expression_order": _(
        "Column “%(column)s”: “%(expression)s” cannot be read at “%(at)s”. Between two "
        "values stands one of and, or, =, !=, <, >, +, -, *, div, mod, and texts stand "
        "in quotation marks."
    ),
    "expression_circle": _(
        "The questions need each other in a circle: %(way)s. Take one of them out of "
        "the column relevant or calculation."
    ),
    "mapping_key": _("“%(key)s” is not part of a mapping. Known are: %(known)s."),
    "mapping_kind": _("“%(key)s” is not written as a mapping wants it."),
    "mapping_no_column": _(
        "The file has no column “%(column)s”. The most similar is: %(likely)s."
    ),
    "mapping_no_item": _(
        "The questionnaire has no item “%(item)s”. The most similar is: %(likely)s."
    ),
    "mapping_item_missing": _("No column is chosen for item “%(item)s”."),
    "mapping_no_domain": _("“%(domain)s” is not a domain. Known are: %(known)s."),
    "mapping_no_target": _("“%(target)s” cannot be recoded: it is nothing we read."),
    "mapping_twice": _("Column “%(column)s” is chosen for several items: %(items)s."),
    "mapping_design_missing": _(
        "A probability sample needs a column for “%(key)s”: without it no error can be "
        "computed."
    ),
    "mapping_design_unwanted": _(
        "Respondents who chose themselves have no weight, stratum or sampling unit. "
        "Leave these empty."
    ),
}


def told(finding: Mapping[str, Any]) -> str:
    """One finding in words, with the row where there is one."""
    text: str = str(FINDING[finding["code"]]) % finding["values"]
    if finding["row"]:
        row = {"row": finding["row"], "text": text}
        text = str(_("Row %(row)s: %(text)s")) % row
    return text
