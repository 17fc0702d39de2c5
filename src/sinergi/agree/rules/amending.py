"""What full proposed texts change of a base, paragraph by paragraph.

A change is computed from two texts and never stored. Paragraphs are told apart by their
keys: what two proposals do to different places of a text can be done in any order.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import StrEnum

from sinergi.agree.rules.texts import Kept, Span, changes, match_keys

# Above this share of changed words a paragraph is shown as replaced, not word by word.
REPLACED_PERCENT = 60

# A place is a paragraph, by its key, or the gap after one; this is the first gap.
START = ""
_GAP = "+"

Effect = tuple[str, ...]


@dataclass(frozen=True)
class Delta:
    """What becomes of a base: paragraphs reworded, gone, and put in after others."""

    reworded: Mapping[str, str] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()
    added: Mapping[str, tuple[Kept, ...]] = field(default_factory=dict)

    @property
    def effects(self) -> dict[str, Effect]:
        """By place, what is done there."""
        return {
            **{key: ("reworded", text) for key, text in self.reworded.items()},
            **dict.fromkeys(self.gone, ("gone",)),
            **{
                f"{anchor}{_GAP}": ("added", *(kept.text for kept in put_in))
                for anchor, put_in in self.added.items()
            },
        }


class Taken(StrEnum):
    """How much of a proposal a text holds."""

    WHOLE = "whole"
    PART = "part"
    NONE = "none"


class Became(StrEnum):
    """What became of one paragraph."""

    SAME = "same"
    CHANGED = "changed"
    REPLACED = "replaced"
    ADDED = "added"
    REMOVED = "removed"
    MOVED_AWAY = "moved_away"
    MOVED_HERE = "moved_here"


@dataclass(frozen=True)
class Row:
    """One paragraph of the old text beside the new one; None where it is not there."""

    became: Became
    key: str
    before: str | None
    after: str | None

    @property
    def spans(self) -> list[Span]:
        """Word by word, or the old whole and then the new whole where most changed."""
        if self.became is Became.SAME:
            return [Span("same", self.after or "")]
        if self.became is Became.CHANGED:
            return changes(self.before or "", self.after or "")
        known = (("out", self.before), ("in", self.after))
        return [Span(kind, text) for kind, text in known if text]  # type: ignore[arg-type] # two words


def aligned(base: Sequence[Kept], texts: Sequence[str]) -> list[Kept]:
    """The texts under the keys of the base they continue or take the place of; what is
    put in beside has no key."""
    known = {kept.key for kept in base}
    found = [
        Kept(each.key if each.key in known else "", each.text)
        for each in match_keys(base, texts, used=())
    ]
    continued = {kept.key for kept in found}
    # Between two paragraphs that stay, new words stand in the place of those that go.
    was = [kept.key for kept in base]
    now = [kept.key for kept in found]
    matcher = SequenceMatcher(a=was, b=now, autojunk=False)
    start = (0, 0)
    for block in matcher.get_matching_blocks():
        free = [key for key in was[start[0] : block.a] if key not in continued]
        new = [j for j in range(start[1], block.b) if not found[j].key]
        for j, key in zip(new, free, strict=False):
            found[j] = Kept(key, found[j].text)
        start = (block.a + block.size, block.b + block.size)
    return found


def delta(base: Sequence[Kept], after: Sequence[Kept]) -> Delta:
    """What makes `after` of the base. A paragraph that moved is gone from one place and
    put in at another, under its own key."""
    was = [kept.key for kept in base]
    now = [kept.key for kept in after]
    matcher = SequenceMatcher(a=was, b=now, autojunk=False)
    staying = {
        key
        for i, _j, size in matcher.get_matching_blocks()
        for key in was[i : i + size]
    }
    old = {kept.key: kept.text for kept in base}
    reworded: dict[str, str] = {}
    added: dict[str, tuple[Kept, ...]] = {}
    anchor = START
    for kept in after:
        if kept.key in staying:
            anchor = kept.key
            if kept.text != old[kept.key]:
                reworded[kept.key] = kept.text
        else:
            added[anchor] = (*added.get(anchor, ()), kept)
    return Delta(reworded, frozenset(was) - staying, added)


def apply(base: Sequence[Kept], change: Delta) -> list[Kept]:
    """The base with the change made in it."""
    made = list(change.added.get(START, ()))
    for kept in base:
        if kept.key not in change.gone:
            made.append(Kept(kept.key, change.reworded.get(kept.key, kept.text)))
        made += change.added.get(kept.key, ())
    return made


def clashes(one: Delta, other: Delta) -> list[str]:
    """Places both touch and do not leave the same."""
    mine, theirs = one.effects, other.effects
    return sorted(
        place for place in mine.keys() & theirs.keys() if mine[place] != theirs[place]
    )


def union(one: Delta, other: Delta) -> Delta:
    """Both changes at once, where they do not clash."""
    return Delta(
        {**one.reworded, **other.reworded},
        one.gone | other.gone,
        {**one.added, **other.added},
    )


def rebased(
    base: Sequence[Kept], current: Sequence[Kept], texts: Sequence[str]
) -> list[str] | None:
    """The proposed texts on the words as they are now; None where both touched one
    place, so that its author has to write it anew."""
    proposed, moved = delta(base, aligned(base, texts)), delta(base, current)
    if clashes(proposed, moved):
        return None
    return [kept.text for kept in apply(base, union(proposed, moved))]


def put_together(
    base: Sequence[Kept], chosen: Mapping[str, Sequence[str]]
) -> list[str]:
    """The base with the words chosen for each place; no words take a paragraph away."""
    made = list(chosen.get(f"{START}{_GAP}", ()))
    for kept in base:
        made += chosen.get(kept.key, (kept.text,))
        made += chosen.get(f"{kept.key}{_GAP}", ())
    return made


def in_order(base: Sequence[Kept], places: Collection[str]) -> list[str]:
    """Places as they come in the text."""
    known = [f"{START}{_GAP}"]
    for kept in base:
        known += [kept.key, f"{kept.key}{_GAP}"]
    return [place for place in known if place in places]


def taken(proposed: Delta, final: Delta) -> Taken:
    """Whether the final text holds the proposal as it was, changed, or not at all."""
    mine, made = proposed.effects, final.effects
    if all(made.get(place) == effect for place, effect in mine.items()):
        return Taken.WHOLE
    return Taken.PART if mine.keys() & made.keys() else Taken.NONE


def is_overtaken(base: Sequence[Kept], proposed: Delta, accepted: Delta) -> bool:
    """Whether a change made in the base left nothing to propose: all of it is done
    already, or a paragraph it touches is gone or replaced as a whole."""
    done = accepted.effects
    if all(done.get(place) == effect for place, effect in proposed.effects.items()):
        return True
    was = {kept.key: kept.text for kept in base}
    replaced = {
        key
        for key, text in accepted.reworded.items()
        if changed_percent(was[key], text) > REPLACED_PERCENT
    }
    return bool(set(clashes(proposed, accepted)) & (accepted.gone | replaced))


def changed_percent(before: str, after: str) -> int:
    """The share of words that are not the same, of the longer text."""
    old, new = before.split(), after.split()
    longest = max(len(old), len(new))
    if not longest:
        return 0
    matcher = SequenceMatcher(a=old, b=new, autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    return 100 - same * 100 // longest


def rows(base: Sequence[Kept], after: Sequence[Kept]) -> Iterator[Row]:
    """Old and new side by side, in the order of reading."""
    change = delta(base, after)
    moved = {kept.key for put_in in change.added.values() for kept in put_in} - {""}
    known = {kept.key: kept.text for kept in base}
    yield from _added(change, START, known)
    for kept in base:
        if kept.key in change.gone:
            became = Became.MOVED_AWAY if kept.key in moved else Became.REMOVED
            yield Row(became, kept.key, kept.text, None)
        elif kept.key in change.reworded:
            yield _reworded(kept, change.reworded[kept.key])
        else:
            yield Row(Became.SAME, kept.key, kept.text, kept.text)
        yield from _added(change, kept.key, known)


def _reworded(kept: Kept, text: str) -> Row:
    is_replaced = changed_percent(kept.text, text) > REPLACED_PERCENT
    became = Became.REPLACED if is_replaced else Became.CHANGED
    return Row(became, kept.key, kept.text, text)


def _added(change: Delta, anchor: str, known: Mapping[str, str]) -> Iterator[Row]:
    for kept in change.added.get(anchor, ()):
        if kept.key in known:
            yield Row(Became.MOVED_HERE, kept.key, None, kept.text)
        else:
            yield Row(Became.ADDED, kept.key, None, kept.text)
