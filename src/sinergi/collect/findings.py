"""Findings as plain data and as sentences."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from sinergi.collect import finding_words
from sinergi.collect.questionnaire import Finding


def as_data(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    return [
        {"code": finding.code, "row": finding.row, "values": finding.values}
        for finding in findings
    ]


def sentences(findings: Iterable[Finding]) -> list[str]:
    return [finding_words.told(asdict(finding)) for finding in findings]
