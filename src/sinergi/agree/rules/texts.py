"""The words of a recommendation: paragraphs with lasting keys, their hash, a diff."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Literal

from sinergi.core.canonical import canonical_json, sha256

# Less alike than this is another paragraph, not the same one reworded.
_ALIKE = 0.5


class Edit(StrEnum):
    """A substantive edit asks every government again; an editorial one does not."""

    SUBSTANTIVE = "substantive"
    EDITORIAL = "editorial"


@dataclass(frozen=True)
class Kept:
    """A paragraph and the key under which it stays findable."""

    key: str
    text: str


@dataclass(frozen=True)
class Span:
    """A run of words that stayed, came in, or went out."""

    kind: Literal["same", "in", "out"]
    text: str


def paragraphs_of(text: str) -> list[str]:
    """A blank line separates paragraphs; inside one, line ends are only spaces.

    Text pasted from a letter breaks its lines anywhere. Unicode is composed, so that
    the same letters are the same bytes whoever typed them.
    """
    composed = unicodedata.normalize("NFC", text).replace("\r\n", "\n")
    pieces = re.split(r"\n[^\S\n]*(?:\n[^\S\n]*)+", composed.replace("\r", "\n"))
    return [" ".join(piece.split()) for piece in pieces if piece.split()]


def text_hash(paragraphs: Sequence[str]) -> str:
    """SHA-256 of the exact words; anyone can compute it from the printed text."""
    return sha256(canonical_json(list(paragraphs)))


def plain_hash(paragraphs: Sequence[str]) -> str:
    """The same for texts that differ only in capitals, signs, spaces and breaks: what
    two offices typed of one source."""
    joined = unicodedata.normalize("NFKC", " ".join(paragraphs)).casefold()
    return sha256(" ".join(re.findall(r"\w+", joined)))


def match_keys(
    old: Sequence[Kept], new: Sequence[str], used: Iterable[str]
) -> list[Kept]:
    """Give each new paragraph the key of the old one it continues, or a fresh key.

    Equal paragraphs keep their keys, moved ones too; of the rest, the most alike pairs
    do. A key that was ever used (`used`) is never given to another text.
    """
    fresh = _fresh_keys({*used, *(kept.key for kept in old)})
    left = list(old)
    keys: dict[int, str] = {}
    for j, text in enumerate(new):
        same = next((kept for kept in left if kept.text == text), None)
        if same:
            keys[j] = same.key
            left.remove(same)
    others = [j for j in range(len(new)) if j not in keys]
    for i, j in _alike_pairs(left, [new[j] for j in others]):
        keys[others[j]] = left[i].key
    return [Kept(keys.get(j) or next(fresh), text) for j, text in enumerate(new)]


def changes(old: str, new: str) -> list[Span]:
    """What became of a paragraph, word by word."""
    before, after = old.split(), new.split()
    spans: list[Span] = []
    matcher = SequenceMatcher(a=before, b=after, autojunk=False)
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "equal":
            spans.append(Span("same", " ".join(before[i1:i2])))
            continue
        if i2 > i1:
            spans.append(Span("out", " ".join(before[i1:i2])))
        if j2 > j1:
            spans.append(Span("in", " ".join(after[j1:j2])))
    return spans


def _fresh_keys(taken: set[str]) -> Iterator[str]:
    highest = max((int(k[1:]) for k in taken if k[1:].isdigit()), default=0)
    number = highest
    while True:
        number += 1
        yield f"p{number}"


def _alike_pairs(old: Sequence[Kept], new: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs in falling likeness, each paragraph at most once."""
    candidates = sorted(
        (
            (_likeness(kept.text, text), -i, -j)
            for i, kept in enumerate(old)
            for j, text in enumerate(new)
        ),
        reverse=True,
    )
    pairs: list[tuple[int, int]] = []
    for likeness, minus_i, minus_j in candidates:
        i, j = -minus_i, -minus_j
        taken = any(i == a or j == b for a, b in pairs)
        if likeness >= _ALIKE and not taken:
            pairs.append((i, j))
    return pairs


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(a=one.split(), b=other.split(), autojunk=False).ratio()
