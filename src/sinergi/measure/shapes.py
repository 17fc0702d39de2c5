"""What the API gives of series and releases."""

from datetime import date, datetime
from decimal import Decimal

from pydantic import BaseModel, ConfigDict


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class SeriesOut(Strict):
    slug: str
    name: str
    owner: str
    scale_min: Decimal
    scale_max: Decimal
    direction: str
    measures: str
    limits: str
    methods: list[str]


class PublishedValueOut(Strict):
    series: str
    method: str
    place: str
    kemendagri_code: str
    measure: str
    year: int
    value: Decimal
    respondents: int | None
    source: str
    note: str
    provenance: str


class TargetOut(Strict):
    series: str
    government: str
    measure: str
    year: int
    value: Decimal
    basis: str
    provenance: str


class ReleaseOut(Strict):
    slug: str
    title: str
    wave: str
    starts_on: date
    ends_on: date
    respondents: int
    definition: str
    definition_version: int
    minimum_n: int
    wide_above: Decimal
    corrects: str | None
    corrected_by: str | None
    released_at: datetime
    figures_sha256: str
    manifest_sha256: str
    software: str
    provenance: str


class FigureOut(Strict):
    """A withheld figure has its n and its flag, and no value.

    Where not every government was asked, the whole has no code and is named as the
    respondents of those that were.
    """

    release: str
    government: str
    kemendagri_code: str
    measure: str
    group: str
    group_value: str
    estimate: float | None
    se: float | None
    ci_low: float | None
    ci_high: float | None
    df: int
    n: int
    flags: list[str]
    provenance: str
