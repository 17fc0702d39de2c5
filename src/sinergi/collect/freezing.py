"""The files of a frozen wave: sorted Parquet, codebook, manifest of hashes."""

import json
import re
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sinergi.collect.checking import Answers, Checked
from sinergi.collect.mapping import ColumnMapping
from sinergi.collect.rules import PSU, RESPONDENT, STRATUM, WEIGHT, Sex
from sinergi.core.canonical import canonical_json, sha256
from taksir.readers import files as survey_files

# Raised when the same answers would be written as other bytes.
LAYOUT = 1


@dataclass(frozen=True)
class Frozen:
    """The parts of a frozen wave as bytes, and what the manifest says of them."""

    data: bytes
    codebook: bytes
    manifest: dict[str, Any]


def parquet(kept: Sequence[Answers], mapping: ColumnMapping) -> bytes:
    """Answers sorted by stratum, PSU and respondent.

    The respondent's identifier is replaced by the place in that order: what ties a row
    to a person stays in the file that was brought, which no estimate reads.
    """
    ordered = sorted(
        kept, key=lambda a: (a.stratum or "", a.psu or "", _counted(a.respondent))
    )
    columns: dict[str, Sequence[object]] = {
        RESPONDENT: range(1, len(ordered) + 1),
        WEIGHT: [answers.weight for answers in ordered],
    }
    types = {RESPONDENT: "BIGINT", WEIGHT: "DOUBLE"}
    if mapping.strata:
        columns[STRATUM] = [answers.stratum for answers in ordered]
        types[STRATUM] = "VARCHAR"
    if mapping.psu:
        columns[PSU] = [answers.psu for answers in ordered]
        types[PSU] = "VARCHAR"
    for domain in mapping.domains:
        columns[domain] = [answers.domains[domain] for answers in ordered]
        types[domain] = "VARCHAR"
    for item in mapping.items:
        columns[item] = [answers.items[item] for answers in ordered]
        types[item] = "BIGINT"
    with tempfile.TemporaryDirectory(prefix="sinergi-") as folder:
        path = Path(folder, "data.parquet")
        survey_files.write_parquet(path, columns, types, [RESPONDENT])
        return path.read_bytes()


def _counted(text: str) -> str:
    """So that 9 comes before 10, however the file numbers its respondents."""
    return re.sub(r"\d+", lambda digits: digits[0].zfill(20), text)


def codebook(questions: Sequence[Mapping[str, Any]], mapping: ColumnMapping) -> bytes:
    """What each column of the Parquet holds."""
    columns: list[dict[str, Any]] = [
        {"name": RESPONDENT, "holds": "place in the order of the file"},
        {"name": WEIGHT, "holds": "persons a respondent stands for"},
    ]
    if mapping.strata:
        columns.append({"name": STRATUM, "holds": "stratum of the sample"})
    if mapping.psu:
        columns.append({"name": PSU, "holds": "primary sampling unit"})
    holds = {
        "kabupaten": "Kemendagri code of the government",
        "sex": ", ".join(Sex),
        "age": "age group in whole years",
    }
    columns += [{"name": name, "holds": holds[name]} for name in mapping.domains]
    columns += [{**question, "holds": "answer"} for question in questions]
    return _written({"layout": LAYOUT, "columns": columns})


def manifest(
    data: bytes,
    book: bytes,
    checked: Checked,
    mapping: ColumnMapping,
    *,
    wave: Mapping[str, str],
    form: Mapping[str, str],
    source_sha256: str,
    software: str,
) -> dict[str, Any]:
    return {
        "layout": LAYOUT,
        "wave": dict(wave),
        "form": dict(form),
        "software": software,
        "mapping": mapping.as_data(),
        "mapping_sha256": sha256(canonical_json(mapping.as_data())),
        "parts": {
            "source": source_sha256,
            "data.parquet": sha256(data),
            "codebook.json": sha256(book),
        },
        "counts": {
            "rows": checked.rows,
            "left_out": checked.rows_left_out,
            "respondents": len(checked.kept),
            "answered": checked.answered,
            "blank": checked.cells_blank,
            "blanked": checked.cells_blanked,
        },
    }


def _written(data: Mapping[str, Any]) -> bytes:
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True)
    return (text + "\n").encode()


def digest(made: Mapping[str, Any]) -> str:
    """What names a frozen wave: the hash of its manifest."""
    return sha256(canonical_json(made))
