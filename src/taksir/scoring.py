"""The index: how answers to items become indicators, pillars and one number."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from taksir.definition import LEVELS, Minimum, Pillar, needed, read
from taksir.errors import BadDefinition, NoSuchFile, UnreadableFile, nearest
from taksir.faults import Fault, FileFault


@dataclass(frozen=True)
class Index:
    """A composite index: items → indicators → pillars → index.

    A respondent's indicator is the mean of the items answered, a pillar the mean of
    its indicators, the index the mean of its pillars, each of equal weight. A score
    is missing when fewer parts than `minimum` are there. A reversed item counts
    `low + high − answer`. Scores are given on `reported`, a linear image of `scale`.

    Args:
        name: Name of the measure that is the whole index.
        parts: The pillars with their indicators and items.
        scale: Lowest and highest possible answer.
        reported: Lowest and highest possible score.
        reversed_items: Items worded the other way round.
        minimum: For "indicator", "pillar" and "index": how many of its parts must be
            there (a number), which share of them (below 1), or "all".

    Source:
        Definition in TOML, see `Index.loads`.
    """

    name: str
    parts: tuple[Pillar, ...]
    scale: tuple[float, float]
    reported: tuple[float, float]
    reversed_items: frozenset[str]
    minimum: Mapping[str, Minimum]

    @classmethod
    def load(cls, path: str | Path) -> "Index":
        """Read the definition in a TOML file, see `loads`.

        Raises:
            NoSuchFile: There is no such file.
            UnreadableFile: It may not be read.
            BadDefinition: The definition is not well-formed; the message says where.
        """
        file = Path(path)
        if not file.is_file():
            raise NoSuchFile(str(path))
        try:
            return cls.loads(file.read_text(encoding="utf-8"))
        except PermissionError as error:
            raise UnreadableFile(str(path), FileFault.NOT_ALLOWED) from error
        except UnicodeDecodeError as error:
            values = {"reason": error}
            raise BadDefinition(str(path), Fault.NOT_UTF8, values) from error

    @classmethod
    def loads(cls, text: str) -> "Index":
        """Read a definition in TOML.

            [index]
            name = "index"
            scale = [1, 5]            # lowest and highest answer
            reported = [0, 100]       # optional; as the scale when left out
            reversed = ["q3"]         # optional

            [minimum]                 # optional; each "all" when left out
            indicator = 1             # of its items: a number, a share, or "all"
            pillar = 0.5              # of its indicators
            index = "all"             # of its pillars

            [pillars.skill]           # a pillar …
            search = ["q1", "q2"]     # … its indicators, and their items
            create = ["q3", "q4"]

        Raises:
            BadDefinition: The definition is not well-formed; the message says where.
        """
        index = cls(**vars(read(text)))
        index._check()
        return index

    @property
    def pillars(self) -> tuple[str, ...]:
        """Names of the pillars, in the order of the definition."""
        return tuple(pillar.name for pillar in self.parts)

    @property
    def indicators(self) -> tuple[str, ...]:
        """Names of the indicators."""
        return tuple(each.name for pillar in self.parts for each in pillar.indicators)

    @property
    def items(self) -> tuple[str, ...]:
        """Names of the items: the columns that the index reads."""
        return tuple(
            item
            for pillar in self.parts
            for indicator in pillar.indicators
            for item in indicator.items
        )

    @property
    def measures(self) -> tuple[str, ...]:
        """Names of everything computed: the index, its pillars, their indicators."""
        return (self.name, *self.pillars, *self.indicators)

    @property
    def digest(self) -> str:
        """SHA-256 of the definition; tallies of unequal definitions do not add."""
        return sha256(repr(self._canonical()).encode()).hexdigest()

    def sql(self, column: Callable[[str], str]) -> list[dict[str, str]]:
        """SQL of the scores, in layers: a layer reads the names of those before it.

        Args:
            column: Gives the quoted name of an item's answer, or of a score, as SQL.

        Returns:
            Measure → SQL expression, for indicators, pillars and the index in turn.
        """
        low, high = self.scale

        def answer(item: str) -> str:
            text = column(item)
            if item in self.reversed_items:
                return f"({low + high!r} - {text})"
            return text

        def report(text: str) -> str:
            (a, b), (c, d) = self.scale, self.reported
            if (a, b) == (c, d):
                return text
            return f"({text} - {a!r}) * {(d - c) / (b - a)!r} + {c!r}"

        everything = [each for pillar in self.parts for each in pillar.indicators]
        return [
            {
                each.name: report(
                    self._mean([answer(item) for item in each.items], "indicator")
                )
                for each in everything
            },
            {
                pillar.name: self._mean(
                    [column(each.name) for each in pillar.indicators], "pillar"
                )
                for pillar in self.parts
            },
            {self.name: self._mean([column(name) for name in self.pillars], "index")},
        ]

    def _mean(self, parts: list[str], level: str) -> str:
        """Mean of the parts that are there, NULL when they are too few."""
        least = needed(self.minimum[level], len(parts))
        if least == len(parts):
            return f"(({' + '.join(parts)}) / {len(parts)}.0)"
        total = " + ".join(f"coalesce({each}, 0)" for each in parts)
        count = " + ".join(f"({each} IS NOT NULL)::INTEGER" for each in parts)
        return (
            f"(CASE WHEN ({count}) >= {least} THEN ({total}) / ({count})::DOUBLE END)"
        )

    def _check(self) -> None:
        _once(self.items, Fault.ITEM_TWICE)
        _once(self.measures, Fault.SCORE_TWICE)
        _once(self.measures + self.items, Fault.SCORE_AND_ITEM)
        for name in sorted(self.reversed_items - set(self.items)):
            values = {"name": name, "hint": nearest(name, self.items)}
            raise BadDefinition("[index] reversed", Fault.NO_SUCH_ITEM, values)
        for level, name, count in self._sizes():
            least = self.minimum[level]
            if needed(least, count) > count:
                raise BadDefinition(
                    f"[minimum] {level}",
                    Fault.TOO_MANY,
                    {"least": least, "name": name, "count": count},
                )

    def _sizes(self) -> list[tuple[str, str, int]]:
        sizes = [("index", self.name, len(self.parts))]
        for pillar in self.parts:
            sizes.append(("pillar", pillar.name, len(pillar.indicators)))
            sizes += [("indicator", i.name, len(i.items)) for i in pillar.indicators]
        return sizes

    def _canonical(self) -> tuple[object, ...]:
        return (
            self.name,
            self.parts,
            self.scale,
            self.reported,
            sorted(self.reversed_items),
            [(level, str(self.minimum[level])) for level in LEVELS],
        )


def _once(names: tuple[str, ...], fault: Fault) -> None:
    # SQL does not tell upper from lower case in names.
    seen: set[str] = set()
    for name in names:
        if name.casefold() in seen:
            raise BadDefinition(repr(name), fault)
        seen.add(name.casefold())
