"""What the enumerations of letters are called on a page, and what is wrong in words."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sinergi.core.marks import Mark
from sinergi.letters.rules import HeldAs, Misfit, PatternFault, WordingState
from sinergi.paper.wording import Fault, Found, Trap, Where

HELD_AS = {
    HeldAs.DEFINITE: _("holder of the office"),
    HeldAs.PJ: _("Pj. (acting, appointed until an election)"),
    HeldAs.PLT: _("Plt. (acting, while the office is vacant)"),
    HeldAs.PLH: _("Plh. (acting, while the holder is away)"),
}

WORDING = {
    WordingState.TRIED: Mark("wait", "clock", _("tried, not in force")),
    WordingState.IN_FORCE: Mark("good", "check", _("in use")),
    WordingState.RESTING: Mark("off", "empty", _("used earlier")),
}

NUMBER = {
    "urut": _("serial; {urut:3} writes it with three digits"),
    "kode": _("classification code"),
    "unit": _("short name of the unit"),
    "bulan": _("month in two digits"),
    "bulan_romawi": _("month in Roman numerals"),
    "tahun": _("year; the serial then begins anew each year"),
}

MISFIT = {
    PatternFault.UNKNOWN: _("{%(written)s} is no placeholder of a number."),
    PatternFault.BRACE: _("the brace “%(written)s” stands alone."),
    PatternFault.NO_SERIAL: _("{urut} is missing: two letters would bear one number."),
    PatternFault.TWO_SERIALS: _("{%(written)s} counts a second time; count once."),
    PatternFault.NO_CODE: _("{kode} needs the classification code; enter it below."),
    PatternFault.NO_UNIT: _("{unit} needs the short name of the unit; enter it below."),
}

FAULT = {
    Fault.UNKNOWN: _("“%(written)s” is no placeholder of this letter."),
    Fault.UNKNOWN_FIELD: _("“%(written)s” is no field of these rows."),
    Fault.NO_LIST: _("“%(written)s” is no list of this letter; only lists repeat."),
    Fault.A_LIST: _("“%(written)s” is a list; repeat its rows with “for”."),
    Fault.OUTSIDE_ROW: _("“%(written)s” belongs into the rows between for and endfor."),
    Fault.BRACES: _("“%(written)s” is opened and not closed, or the other way round."),
    Fault.FORBIDDEN: _(
        "“%(written)s” is more than a template may do. Allowed are {{ name }}, "
        "{{ row.field }}, for … in …, if …, else, endif and endfor."
    ),
    Fault.UNCLOSED: _("“%(written)s” is not closed by an endfor or endif."),
    Fault.UNOPENED: _("“%(written)s” closes nothing."),
    Fault.NESTED: _("“%(written)s” stands inside another for; one is enough."),
    Fault.TAKEN: _("“%(written)s” is a placeholder already; name the row otherwise."),
    Fault.APART: _(
        "“%(written)s” opens in one place and closes in another kind of place. Use "
        "{%%p … %%} for whole paragraphs, {%%tr … %%} for whole rows of one table, "
        "and neither inside one paragraph."
    ),
    Fault.CROWDED: _(
        "“%(written)s” takes its whole paragraph or row away, with the words beside "
        "it. Let it stand alone."
    ),
    Fault.TRACKED: _(
        "Tracked changes are still open here. Accept or reject them, then save again."
    ),
    Fault.TOO_MANY: _("more than %(written)s placeholders; make the letter shorter."),
    Fault.HIDDEN: _(
        "“%(written)s” stands where no text is read, as in the words of a picture or "
        "in the properties of the file. Remove it there."
    ),
    Fault.NOT_FILLED: _(
        "The letter could not be filled in with example data. Remove what was changed "
        "last, or begin with the template of the house."
    ),
}

TRAP = {
    Trap.NO_WORD: _(
        "This is no Word document (.docx) that can be opened. Save it as .docx, "
        "without a password."
    ),
    Trap.MACROS: _("It has macros. Save it as .docx without macros."),
    Trap.TOO_LARGE: _(
        "It unpacks to more than a letter ever needs. Make its pictures smaller."
    ),
    Trap.OUTSIDE: _(
        "It loads something from outside the file: a linked picture, or a template it "
        "is attached to. Put the picture into the file, or remove the link."
    ),
    Trap.EMBEDDED: _(
        "It holds another file or a form control. Remove what was embedded."
    ),
    Trap.FIELD: _(
        "It has a field that fetches or runs something when the letter is opened. "
        "Replace the field by its text."
    ),
    Trap.ENTITIES: _(
        "It declares entities, which no word processor writes. Save it anew."
    ),
}

PART = {
    "header": _("head of the page"),
    "footer": _("foot of the page"),
    "footnotes": _("footnotes"),
}


def misfit(found: Misfit) -> str:
    said = str(MISFIT[found.fault]) % {"written": found.written}
    if found.letter:
        said = gettext("Letter %(letter)d: %(said)s") % {
            "letter": found.letter,
            "said": said,
        }
    return f"{said} {_perhaps(f'{{{found.nearest}}}' if found.nearest else '')}".strip()


def fault(found: Found) -> str:
    said = str(FAULT[found.fault]) % {"written": found.written}
    return f"{said} {_perhaps(found.nearest)}".strip()


def where(place: Where | None) -> str:
    """`table 2, row 1, column 3` or `head of the page, paragraph 2`."""
    if place is None:
        return ""
    part = str(PART[place.part]) if place.part in PART else ""
    if place.table:
        spot = gettext("table %(table)d, row %(row)d, column %(column)d") % {
            "table": place.table,
            "row": place.row,
            "column": place.column,
        }
    else:
        spot = gettext("paragraph %(paragraph)d") % {"paragraph": place.paragraph}
    return f"{part}, {spot}" if part else spot


def _perhaps(nearest: str) -> str:
    return gettext("Perhaps “%(nearest)s”?") % {"nearest": nearest} if nearest else ""
