"""Draft releases: figures computed from a wave, which nobody outside sees yet."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _

from sinergi import __version__
from sinergi.collect import freezing
from sinergi.collect.models import Wave
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.canonical import canonical_json, sha256
from sinergi.core.models import Membership, Place
from sinergi.core.refusal import Refusal
from sinergi.core.rules import Provenance
from sinergi.measure import access, complaints, computing, definitions
from sinergi.measure.computing import Computed, Key
from sinergi.measure.models import Figure, IndexDefinition, Release
from sinergi.measure.rules import (
    Estimated,
    Shown,
    release_provenance,
    shown,
)


class WaveNotFrozen(Refusal):
    """Figures are computed from frozen answers only."""


class NotAProbabilitySample(Refusal):
    """Who chose to answer stands for nobody else: no error can be computed."""


class ReleaseRefused(Refusal):
    """The release cannot be made as asked."""


class NoError(Refusal):
    """The estimator cannot give the figures an error; its words say why."""


def compute_release(
    *,
    definition: IndexDefinition,
    wave: Wave,
    slug: str,
    title: str,
    by: Membership,
    at: datetime,
    corrects: Release | None = None,
    correction_reason: str = "",
) -> Release:
    """Compute the figures of a draft release; nobody outside sees it yet."""
    access.require_walidata(by, wave.survey.forum)
    _require_measurable(wave)
    _require_place(definition, wave, slug, corrects, correction_reason)
    index = definitions.parse(definition.definition)
    try:
        computed = computing.compute(index, wave)
    except computing.LonelyPSU as error:
        raise NoError(
            _(
                "Stratum “%(stratum)s” has a single sampling unit (%(psu)s), so its "
                "error cannot be computed. Merge it with a neighbouring stratum and "
                "bring the file again."
            )
            % {"stratum": error.stratum, "psu": error.psu}
        ) from error
    except computing.TaksirError as error:
        raise NoError(complaints.of_estimating(error)) from error
    draft = Release(
        definition=definition,
        wave=wave,
        slug=slug,
        title=title,
        corrects=corrects,
        correction_reason=correction_reason,
        provenance=release_provenance(Provenance(wave.provenance)),
        software=f"sinergi {__version__}, taksir",
        computed_at=at,
        manifest_sha256=freezing.digest(wave.manifest or {}),
        unplaced=computed.unplaced,
    )
    return _keep_draft(draft, computed, by=by, at=at)


@act
def _keep_draft(
    draft: Release, computed: Computed, *, by: Membership, at: datetime
) -> Release:
    figures = _shown(draft, computed)
    draft.figures_sha256 = digest(figures)
    draft.save()
    Figure.objects.bulk_create(figures)
    ledger.record(
        "compute_release",
        draft,
        reference=draft.slug,
        by=by,
        at=at,
        after={
            "definition_sha256": draft.definition.sha256,
            "manifest_sha256": draft.manifest_sha256,
            "figures_sha256": draft.figures_sha256,
            "figures": len(figures),
            "corrects": draft.corrects.slug if draft.corrects else "",
        },
        reason=draft.correction_reason,
    )
    return draft


def digest(figures: Iterable[Figure]) -> str:
    """One hash over all figures, in an order of their own."""
    rows = sorted(
        [
            f.government.slug,
            f.measure,
            str(f.group),
            f.group_value,
            *(repr(v) for v in (f.estimate, f.se, f.ci_low, f.ci_high)),
            str(f.df),
            str(f.n),
            ",".join(str(flag) for flag in f.flags),
        ]
        for f in figures
    )
    return sha256(canonical_json(rows))


def _require_measurable(wave: Wave) -> None:
    if not wave.is_frozen:
        raise WaveNotFrozen(
            _("“%(wave)s” is %(state)s. Freeze it first.")
            % {"wave": wave.title, "state": wave.state_label}
        )
    if wave.is_self_selected:
        raise NotAProbabilitySample(
            _(
                "The respondents of “%(wave)s” chose themselves. They stand for nobody "
                "but themselves, so no figure with an error is computed from them."
            )
            % {"wave": wave.title}
        )


def _require_place(
    definition: IndexDefinition,
    wave: Wave,
    slug: str,
    corrects: Release | None,
    reason: str,
) -> None:
    if Release.objects.filter(slug=slug).exists():
        raise ReleaseRefused(
            _("There is a release with the address “%(slug)s”. Choose another.")
            % {"slug": slug}
        )
    if corrects is not None:
        if not corrects.is_released or corrects.corrected_by():
            raise ReleaseRefused(
                _("Only a released and not yet corrected release is corrected.")
            )
        if not reason.strip():
            raise ReleaseRefused(_("Say why the release is corrected."))
        return
    same = Release.objects.standing().filter(definition=definition, wave=wave).first()
    if same:
        raise ReleaseRefused(
            _(
                "“%(release)s” already stands for this wave and definition. A new one "
                "is a correction of it, with its reason."
            )
            % {"release": same.title}
        )


def _shown(draft: Release, computed: Computed) -> list[Figure]:
    """Figures as kept; a government nobody was asked in has one that says so."""
    forum = draft.wave.survey.forum
    places = {place.kemendagri_code: place for place in forum.governments()}
    index = definitions.parse(draft.definition.definition)
    found = dict(computed.figures)
    nobody = Estimated(None, None, None, None, 0, 0)
    if any(key.code for key in found):
        for code, place in places.items():
            if place != forum.coordinator:
                for measure in (index.name, *index.pillars):
                    found.setdefault(
                        Key(code, definitions.code_of(index, measure)), nobody
                    )
    return [
        _figure(draft, places.get(key.code, forum.coordinator), key, estimated)
        for key, estimated in found.items()
    ]


def _figure(draft: Release, place: Place, key: Key, estimated: Estimated) -> Figure:
    seen: Shown = shown(
        estimated,
        minimum_n=draft.definition.minimum_n,
        wide_above=float(draft.definition.wide_above),
    )
    return Figure(
        release=draft,
        government=place,
        measure=key.measure,
        group=key.group,
        group_value=key.value,
        estimate=seen.estimate,
        se=seen.se,
        ci_low=seen.ci_low,
        ci_high=seen.ci_high,
        df=seen.df,
        n=seen.n,
        flags=[str(flag) for flag in seen.flags],
    )
