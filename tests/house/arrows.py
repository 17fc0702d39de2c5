"""Finds arrows between stages that are words, which import-linter cannot see.

A foreign key or a model named by a string, a dotted path, the name of an address or of
a template in Python; `url`, `extends`, `include`, `load`, `static` and written-out
addresses in a template; dependencies of migrations.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# Nearest to the ground first; each may point at itself and at what stands before it.
ORDER = (
    ("core",),
    ("letters",),
    ("collect",),
    ("measure",),
    ("align", "convene"),
    ("agree",),
    ("act",),
    ("publish",),
    ("examples",),
    ("site",),
)
STAGES = tuple(stage for storey in ORDER for stage in storey)
ROOMS = (*STAGES, "paper")

# The start page and "my tasks": every stage may send people there.
FRONT_DOORS = {"/", "/kerja/"}

_ROOM = "|".join(ROOMS)
_ADDRESS_NAME = re.compile(rf"({_ROOM}):\w+")
_MODEL = re.compile(rf"({_ROOM})\.\w+")
_MODULE = re.compile(rf"sinergi\.({_ROOM})(?:\.\w+)*")
_FILE = re.compile(rf"({_ROOM})/[\w./-]+")

_TAG = re.compile(r"{%\s*(\w+)\s+(.*?)\s*%}", re.DOTALL)
_QUOTED = re.compile(r"""["']([^"']+)["']""")
_WRITTEN_OUT = re.compile(r"""(?:href|action|src)=["'](/[^"'{}?#]*)""")


@dataclass(frozen=True, order=True)
class Arrow:
    """A word in one stage that means something of another."""

    source: str
    target: str
    where: str
    word: str

    def __str__(self) -> str:
        return f"{self.where}: {self.source} -> {self.target} by {self.word!r}"


def allowed(room: str) -> set[str]:
    """The rooms this room may point at."""
    if room == "paper":
        return {"paper"}
    reached = {room, "paper"}
    for storey in ORDER:
        if room in storey:
            break
        reached |= set(storey)
    return reached


def forbidden(arrows: Iterator[Arrow]) -> list[Arrow]:
    return sorted(
        {arrow for arrow in arrows if arrow.target not in allowed(arrow.source)}
    )


class Tree:
    """The stages as files."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.templates = {
            str(path.relative_to(folder)): folder.parent.name
            for folder in root.glob("*/templates")
            for path in folder.rglob("*")
            if path.is_file()
        }
        self.libraries = {
            path.stem: path.parent.parent.name
            for path in root.glob("*/templatetags/*.py")
            if path.stem != "__init__"
        }

    def arrows(self) -> Iterator[Arrow]:
        for room in ROOMS:
            for path in sorted((self.root / room).rglob("*")):
                if path.suffix == ".py":
                    yield from self._of(path, room, python_words(path.read_text()))
                elif f"{room}/templates/" in path.as_posix() and path.is_file():
                    words = self.template_words(path.read_text())
                    yield from self._of(path, room, words)

    def _of(
        self, path: Path, room: str, words: Iterator[tuple[str, str]]
    ) -> Iterator[Arrow]:
        where = str(path.relative_to(self.root))
        for target, word in words:
            yield Arrow(room, target, where, word)

    def template_words(self, text: str) -> Iterator[tuple[str, str]]:
        """Stages a template names, each with the word that names it."""
        for tag, rest in _TAG.findall(text):
            if tag == "load":
                names = rest.partition(" from ")[2] or rest
                for name in names.split():
                    if name in self.libraries:
                        yield self.libraries[name], name
                continue
            for word in _QUOTED.findall(rest):
                yield from self._meant(word)

    def _meant(self, word: str) -> Iterator[tuple[str, str]]:
        if word in self.templates:
            yield self.templates[word], word
        elif match := (_ADDRESS_NAME.fullmatch(word) or _FILE.fullmatch(word)):
            yield match[1], word


def python_words(text: str) -> Iterator[tuple[str, str]]:
    """Stages that string constants of a module name."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            for kind in (_ADDRESS_NAME, _MODEL, _MODULE, _FILE):
                if match := kind.fullmatch(node.value):
                    yield match[1], node.value
        elif isinstance(node, ast.Call) and len(node.args) == 2:
            yield from _model_by_two_words(node)


def _model_by_two_words(call: ast.Call) -> Iterator[tuple[str, str]]:
    name = getattr(call.func, "attr", "")
    app = call.args[0]
    if name == "get_model" and isinstance(app, ast.Constant) and app.value in ROOMS:
        yield app.value, f"get_model({app.value!r}, …)"


def addresses_written_out(text: str) -> set[str]:
    """Addresses of this host that a template spells instead of naming."""
    return {path for path in _WRITTEN_OUT.findall(text) if path not in FRONT_DOORS}
