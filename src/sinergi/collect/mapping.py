"""Which column of a file answers which question: parsed, checked and guessed."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from sinergi.collect.questionnaire import Finding, near
from sinergi.collect.rules import Domain, Method

AGE_BANDS = (18, 30, 45, 60)
ITEMS = "items"
KEYS = (
    "respondent", "weight", "strata", "psu", ITEMS, "domains", "recode", "blank",
    "age_bands",
)  # fmt: skip

# What columns are often called, in the order of likelihood.
_USUAL = {
    "respondent": (
        "respondent",
        "responden",
        "id_responden",
        "instanceid",
        "uuid",
        "id",
    ),
    "weight": ("weight", "bobot", "penimbang", "w"),
    "strata": ("stratum", "strata", "strat"),
    "psu": ("psu", "klaster", "cluster", "desa", "kode_desa"),
    Domain.GOVERNMENT: ("kabupaten", "kabkota", "kode_kab", "kab", "kabupaten_kota"),
    Domain.SEX: ("sex", "gender", "jenis_kelamin", "jk"),
    Domain.AGE: ("age", "umur", "usia", "kelompok_umur", "age_group"),
}


class BadMapping(Exception):
    """The mapping does not fit the file or the questionnaire."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(findings)
        self.findings = tuple(findings)


@dataclass(frozen=True)
class ColumnMapping:
    """Columns of a file by what they hold; empty where the file has none.

    `recode` gives, for all items (`items`), for one item or for a domain, the value a
    text of the file stands for. `blank` are texts that mean "not answered".
    """

    items: Mapping[str, str]
    respondent: str = ""
    weight: str = ""
    strata: str = ""
    psu: str = ""
    domains: Mapping[str, str] = field(default_factory=dict)
    recode: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    blank: tuple[str, ...] = ()
    age_bands: tuple[int, ...] = AGE_BANDS

    def as_data(self) -> dict[str, Any]:
        """As it is kept: JSON and TOML alike."""
        data = asdict(self)
        return {**data, "blank": list(self.blank), "age_bands": list(self.age_bands)}

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that are read, each once."""
        design = (self.respondent, self.weight, self.strata, self.psu)
        named = (*design, *self.domains.values(), *self.items.values())
        return tuple(dict.fromkeys(name for name in named if name))


def parse(data: Mapping[str, Any]) -> ColumnMapping:
    """A mapping from plain data.

    Raises:
        BadMapping: A key is not known, or its value is of another kind.
    """
    findings = [
        Finding("mapping_key", 0, {"key": str(key), "known": ", ".join(KEYS)})
        for key in data
        if key not in KEYS
    ]
    tables = {key: data.get(key, {}) for key in (ITEMS, "domains", "recode")}
    texts = {
        key: data.get(key, "") for key in ("respondent", "weight", "strata", "psu")
    }
    bands, blank = data.get("age_bands", list(AGE_BANDS)), data.get("blank", [])
    wrong = [key for key, value in tables.items() if not isinstance(value, dict)]
    wrong += [key for key, value in texts.items() if not isinstance(value, str)]
    wrong += ["blank"] if not isinstance(blank, list) else []
    wrong += ["age_bands"] if not _rising(bands) else []
    if not wrong and not all(isinstance(v, dict) for v in tables["recode"].values()):
        wrong.append("recode")
    findings += [Finding("mapping_kind", 0, {"key": key}) for key in wrong]
    if findings:
        raise BadMapping(findings)
    return ColumnMapping(
        items={str(k): str(v) for k, v in tables[ITEMS].items() if v},
        domains={str(k): str(v) for k, v in tables["domains"].items() if v},
        recode={
            str(target): {str(k): str(v) for k, v in values.items()}
            for target, values in tables["recode"].items()
            if values
        },
        blank=tuple(str(each) for each in blank),
        age_bands=tuple(bands),
        **texts,
    )


def _rising(bands: object) -> bool:
    return (
        isinstance(bands, list | tuple)
        and len(bands) > 0
        and all(isinstance(band, int) and 0 < band < 120 for band in bands)
        and list(bands) == sorted(set(bands))
    )


def check(
    mapping: ColumnMapping,
    *,
    items: Collection[str],
    columns: Sequence[str],
    method: Method,
) -> None:
    """Refuse a mapping that the file or the questionnaire cannot follow.

    Raises:
        BadMapping: With everything that is wrong, so that it is corrected at once.
    """
    findings = [
        Finding(
            "mapping_no_column",
            0,
            {"column": name, "likely": near(name, tuple(columns)) or "–"},
        )
        for name in mapping.columns
        if name not in columns
    ]
    findings += [
        Finding(
            "mapping_no_item", 0, {"item": name, "likely": near(name, tuple(items))}
        )
        for name in mapping.items
        if name not in items
    ]
    findings += [
        Finding("mapping_item_missing", 0, {"item": name})
        for name in items
        if name not in mapping.items
    ]
    findings += [
        Finding("mapping_no_domain", 0, {"domain": n, "known": ", ".join(Domain)})
        for n in mapping.domains
        if n not in tuple(Domain)
    ]
    targets = {ITEMS, *items, *Domain}
    findings += [
        Finding("mapping_no_target", 0, {"target": name})
        for name in mapping.recode
        if name not in targets
    ]
    findings += _twice(mapping)
    if method is Method.PROBABILITY:
        findings += [
            Finding("mapping_design_missing", 0, {"key": key})
            for key in ("weight", "psu")
            if not getattr(mapping, key)
        ]
    elif mapping.weight or mapping.strata or mapping.psu:
        findings.append(Finding("mapping_design_unwanted"))
    if findings:
        raise BadMapping(findings)


def _twice(mapping: ColumnMapping) -> list[Finding]:
    """A column that answers two questions is a slip; one may be stratum and domain."""
    users: dict[str, list[str]] = {}
    for item, column in mapping.items.items():
        users.setdefault(column, []).append(item)
    return [
        Finding("mapping_twice", 0, {"column": column, "items": ", ".join(items)})
        for column, items in users.items()
        if len(items) > 1
    ]


def guess(
    columns: Sequence[str],
    *,
    items: Iterable[str],
    method: Method,
    saved: ColumnMapping | None = None,
) -> ColumnMapping:
    """The likely mapping: the saved one where its columns are there, else by name."""
    there = {column: column for column in columns}
    plain = {_plain(column): column for column in reversed(columns)}

    def by_name(names: Iterable[str], kept: str | None = "") -> str:
        if kept and kept in there:
            return kept
        for name in names:
            found = there.get(name) or plain.get(_plain(name))
            if found:
                return found
        return ""

    def usual(key: str, kept: str) -> str:
        return by_name(_USUAL[key], kept)

    known = saved or ColumnMapping(items={})
    drawn = method is Method.PROBABILITY
    return ColumnMapping(
        items={i: by_name([i], known.items.get(i)) for i in items},
        respondent=usual("respondent", known.respondent),
        weight=usual("weight", known.weight) if drawn else "",
        strata=usual("strata", known.strata) if drawn else "",
        psu=usual("psu", known.psu) if drawn else "",
        domains={str(d): usual(d, known.domains.get(d, "")) for d in Domain},
        recode=known.recode,
        blank=known.blank,
        age_bands=known.age_bands,
    )


def with_recode(
    mapping: ColumnMapping, target: str, values: Mapping[str, str]
) -> ColumnMapping:
    return replace(mapping, recode={**mapping.recode, target: values})


def _plain(name: str) -> str:
    """A column without the groups Kobo and ODK put before it, letters and digits."""
    return re.sub(r"[^a-z0-9]", "", re.split(r"[/:]", name)[-1].lower())
