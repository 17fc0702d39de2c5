"""Where an edit stops being editorial: what it may not touch, and how much."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

# Spelling and layout touch few words of a paragraph; one may always be mended.
EDITORIAL_PERCENT = 5

# A word mended keeps most of its letters; with fewer in common it is another word.
ALIKE = 0.6

# Words that deny, oblige, permit or except: without one the sentence says the opposite.
BINDING = frozenset(
    {
        "tidak",
        "tak",
        "tiada",
        "bukan",
        "belum",
        "jangan",
        "tanpa",
        "kecuali",
        "hanya",
        "wajib",
        "harus",
        "dapat",
        "boleh",
        "dilarang",
    }
)

# Words that bound, join, gather or condition: “paling banyak” is not “paling sedikit”,
# “dan” is not “atau”. Marks beside them are free, as in “A, B, dan C”.
BOUNDING = frozenset(
    {
        "minimal",
        "maksimal",
        "minimum",
        "maksimum",
        "paling",
        "sekurang",
        "kurangnya",
        "setidak",
        "setidaknya",
        "sebanyak",
        "banyaknya",
        "selambat",
        "lambatnya",
        "kurang",
        "lebih",
        "sedikit",
        "banyak",
        "lambat",
        "cepat",
        "sebelum",
        "sesudah",
        "setelah",
        "sejak",
        "hingga",
        "sampai",
        "dan",
        "atau",
        "serta",
        "selain",
        "termasuk",
        "semua",
        "seluruh",
        "sebagian",
        "jika",
        "bila",
        "apabila",
    }
)

# Numbers written as words, with "ke" before them too; those in figures or as IV are
# found by their form.
NUMERALS = frozenset(
    {
        "nol",
        "satu",
        "dua",
        "tiga",
        "empat",
        "lima",
        "enam",
        "tujuh",
        "delapan",
        "sembilan",
        "sepuluh",
        "sebelas",
        "belas",
        "puluh",
        "seratus",
        "ratus",
        "seribu",
        "ribu",
        "juta",
        "miliar",
        "triliun",
        "persen",
        "setengah",
        "separuh",
    }
)
_FIGURE = re.compile(r"\d+(?:[.,/:]\d+)*|%|\b[IVX]+\b")
_TOKEN = re.compile(rf"{_FIGURE.pattern}|[^\W\d]+")


class Touched(StrEnum):
    """What of the meaning an edit touches."""

    PARAGRAPHS = "paragraphs"
    NUMBER = "number"
    BINDING = "binding"
    PUNCTUATION = "punctuation"
    WORDING = "wording"
    WORDS = "words"


@dataclass(frozen=True)
class Beyond:
    """Why an edit is more than editorial: the paragraph, and what differs in it.

    `before` and `after` are the numbers or words that went out and came in, or a
    binding word with the marks beside it. Of paragraphs they are how many there were
    and are; of words how many differ, and how many may.
    """

    touched: Touched
    paragraph: int = 0
    before: str = ""
    after: str = ""


def beyond_editorial(before: Sequence[str], after: Sequence[str]) -> Beyond | None:
    """The first thing in `after` that an editorial edit of `before` may not do."""
    if len(before) != len(after):
        return Beyond(Touched.PARAGRAPHS, 0, str(len(before)), str(len(after)))
    for number, (old, new) in enumerate(zip(before, after, strict=True), start=1):
        found = _in_paragraph(number, old, new)
        if found:
            return found
    return None


def _in_paragraph(number: int, old: str, new: str) -> Beyond | None:
    before, after = _words(old), _words(new)
    for touched, was, now in (
        (Touched.NUMBER, _numbers(old), _numbers(new)),
        (Touched.BINDING, _binding(before), _binding(after)),
        (Touched.BINDING, _bounding(before), _bounding(after)),
    ):
        for gone, come in _changed(was, now):
            return Beyond(touched, number, " ".join(gone), " ".join(come))
    # The same words as before: only what stands beside them can differ.
    for then, since in zip(_beside_binding(old), _beside_binding(new), strict=True):
        if then != since:
            return Beyond(Touched.PUNCTUATION, number, then, since)
    differing = 0
    for gone, come in _changed(before, after):
        if "".join(gone) == "".join(come):
            continue  # a word only split or joined is spelling
        if not _are_alike(gone, come):
            return Beyond(Touched.WORDING, number, " ".join(gone), " ".join(come))
        differing += len(come)
    most = max(1, len(before) * EDITORIAL_PERCENT // 100)
    if differing > most:
        return Beyond(Touched.WORDS, number, str(differing), str(most))
    return None


def _words(text: str) -> list[str]:
    """Without capitals and punctuation, which an editorial edit may set."""
    return re.findall(r"\w+", text.casefold())


def _numbers(text: str) -> list[str]:
    return [
        each
        for each in _TOKEN.findall(text)
        if _FIGURE.fullmatch(each) or each.casefold().removeprefix("ke") in NUMERALS
    ]


def _binding(words: Sequence[str]) -> list[str]:
    return [word for word in words if _binds(word)]


def _binds(word: str) -> bool:
    return word.removesuffix("lah") in BINDING


def _bounding(words: Sequence[str]) -> list[str]:
    return [word for word in words if word in BOUNDING]


def _are_alike(gone: Sequence[str], come: Sequence[str]) -> bool:
    """Word for word the same but for its spelling; a word that comes or goes is not."""
    return len(gone) == len(come) and all(
        SequenceMatcher(a=old, b=new, autojunk=False).ratio() >= ALIKE
        for old, new in zip(gone, come, strict=True)
    )


def _beside_binding(text: str) -> list[str]:
    """Each binding word with the marks around it: “Tidak, boleh” is not “Tidak boleh”.

    Spaces do not count, and neither do marks behind the next word.
    """
    pieces = re.split(r"(\w+)", text.casefold())
    return [
        _joined(marks_before, word, marks_after)
        for marks_before, word, marks_after in zip(
            pieces[:-2:2], pieces[1::2], pieces[2::2], strict=True
        )
        if _binds(word)
    ]


def _joined(before: str, word: str, after: str) -> str:
    before, after = "".join(before.split()), "".join(after.split())
    return f"{before} {word}{after}" if before else f"{word}{after}"


def _changed(
    before: Sequence[str], after: Sequence[str]
) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Runs that differ: what went out and what came in."""
    matcher = SequenceMatcher(a=before, b=after, autojunk=False)
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind != "equal":
            yield before[i1:i2], after[j1:j2]
