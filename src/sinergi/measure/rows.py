"""Open data of measuring as rows; every row says where it comes from."""

from collections.abc import Callable, Iterable

from sinergi.collect.rules import Sex
from sinergi.core.downloads import Row, origin
from sinergi.measure import coverage, words
from sinergi.measure.coverage import Coverage
from sinergi.measure.models import Figure, PublishedValue, Release
from sinergi.measure.rules import INDEX, Flag, Group, below

FIGURE_COLUMNS = (
    "rilis", "putaran", "kode_kemendagri", "pemerintah_daerah", "ukuran", "kelompok",
    "nilai_kelompok", "nilai", "galat_baku", "batas_bawah_95", "batas_atas_95",
    "derajat_bebas", "n", "catatan", "asal_usul",
)  # fmt: skip
PUBLISHED_COLUMNS = (
    "deret", "versi_metode", "kode_kemendagri", "wilayah", "ukuran", "tahun", "nilai",
    "responden", "sumber", "catatan", "asal_usul",
)  # fmt: skip


def of_release(release: Release) -> list[Row]:
    """Every figure; a withheld one has its n and no value."""
    of_whom = whom(release)
    found = release.figures.select_related("government")
    return [_figure(release, figure, of_whom) for figure in found]


def whom(release: Release) -> Callable[[Figure], tuple[str, str]]:
    """Code and name of whom a figure speaks; a part never has those of the whole."""
    codes, covered = release.codes(), coverage.of(release)

    def of_whom(figure: Figure) -> tuple[str, str]:
        if covered.is_whole or figure.government_id != covered.coordinator.pk:
            return codes.get(figure.government_id, ""), figure.government.slug
        return "", _part(covered)

    return of_whom


def _part(covered: Coverage) -> str:
    asked, missing = len(covered.asked), len(covered.missing)
    return f"responden-{asked}-dari-{asked + missing}-daerah" if asked else "responden"


def _figure(
    release: Release, figure: Figure, of_whom: Callable[[Figure], tuple[str, str]]
) -> Row:
    code, name = of_whom(figure)
    values = (
        release.slug,
        release.wave.slug,
        code,
        name,
        measure(figure.measure),
        words.GROUP_COLUMN[Group(figure.group)],
        group_value(Group(figure.group), figure.group_value),
        figure.estimate,
        figure.se,
        figure.ci_low,
        figure.ci_high,
        figure.df,
        figure.n,
        "; ".join(words.FLAG_COLUMN[Flag(flag)] for flag in figure.flags),
        origin(release.provenance),
    )
    return dict(zip(FIGURE_COLUMNS, values, strict=True))


def measure(code: str) -> str:
    """Pillars are data and keep their code; the whole is called in our words."""
    return words.INDEX_COLUMN if code == INDEX else code


def group_value(group: Group, value: str) -> str:
    if group is Group.SEX:
        return words.SEX_COLUMN[Sex(value)]
    youngest = below(value) if group is Group.AGE else None
    return value if youngest is None else f"di_bawah_{youngest}"


def of_published(values: Iterable[PublishedValue]) -> list[Row]:
    codes: dict[int, str] = {}
    values = list(values)
    for value in values:
        if value.place_id not in codes:
            codes[value.place_id] = value.place.kemendagri_code
    return [
        dict(
            zip(
                PUBLISHED_COLUMNS,
                (
                    value.method.series.slug,
                    value.method.code,
                    codes[value.place_id],
                    value.place.slug,
                    measure(value.measure),
                    value.year,
                    f"{value.value:.{value.decimals}f}",
                    value.respondents,
                    value.source,
                    value.note,
                    origin(value.provenance),
                ),
                strict=True,
            )
        )
        for value in values
    ]
