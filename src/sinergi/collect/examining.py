"""An import read by its mapping: checked for the report, or frozen for good."""

from typing import Any

from sinergi import __version__
from sinergi.collect import freezing, mapping, reading
from sinergi.collect.checking import Checked, Examiner, government_codes
from sinergi.collect.freezing import Frozen
from sinergi.collect.mapping import ColumnMapping
from sinergi.collect.models import Import
from sinergi.collect.rules import Method


def examine(brought: Import, chosen: ColumnMapping) -> Checked:
    """Every row of the file; nothing is stored.

    Raises:
        BadMapping: The mapping does not fit the file or the questionnaire.
        TaksirError: The file cannot be read.
    """
    wave = brought.wave
    scales = wave.form_version.scales()
    mapping.check(
        chosen,
        items=tuple(scales),
        columns=reading.columns_of(brought.file),
        method=Method(wave.method),
    )
    forum = wave.survey.forum
    # Nobody lives in the coordinating government but not in one of those under it.
    codes = [
        place.kemendagri_code
        for place in forum.governments()
        if place != forum.coordinator
    ]
    examiner = Examiner(
        chosen,
        scales,
        government_codes([code for code in codes if code]),
        first_row=reading.FIRST_ROWS[brought.file.media_type],
    )
    with reading.at_path(brought.file) as path:
        return examiner.examine(reading.rows(path))


def frozen(brought: Import) -> Frozen:
    """The parts of the wave this import makes; the same bytes each time."""
    wave, form = brought.wave, brought.wave.form_version
    chosen = mapping.parse(brought.mapping)
    checked = examine(brought, chosen)
    data = freezing.parquet(checked.kept, chosen)
    book = freezing.codebook([_described(item) for item in form.scored()], chosen)
    made = freezing.manifest(
        data,
        book,
        checked,
        chosen,
        wave={"slug": wave.slug, "method": wave.method, "provenance": wave.provenance},
        form={
            "survey": wave.survey.slug,
            "version": form.version,
            "sha256": form.source.sha256 if form.source else "",
        },
        source_sha256=brought.file.sha256,
        software=f"sinergi {__version__}",
    )
    return Frozen(data, book, made)


def _described(item: Any) -> dict[str, Any]:
    return {
        "name": item.name,
        "label": item.label,
        "label_en": item.label_en,
        "pillar": item.pillar,
        "indicator": item.indicator,
        "reversed": item.is_reversed,
        "scale": [item.scale_min, item.scale_max],
    }
