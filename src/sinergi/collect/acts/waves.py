"""Waves: opened, and frozen for good."""

from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sinergi.collect import examining, freezing, reading
from sinergi.collect.acts.permission import require_walidata
from sinergi.collect.freezing import Frozen
from sinergi.collect.models import FormVersion, Survey, Wave
from sinergi.collect.rules import Method, WaveState, may_follow
from sinergi.core import files, ledger
from sinergi.core.act import act
from sinergi.core.models import Membership
from sinergi.core.refusal import Refusal


class WaveRefused(Refusal):
    """The wave cannot be opened as asked."""


class NotConfirmed(Refusal):
    """Only a wave with a confirmed file is frozen, and only once."""


class NotFrozen(Refusal):
    """The answers could not be written down; the wave is as it was."""


_NOT_FROZEN = {
    reading.StoreFault.VALUE: gettext_lazy(
        "The answers were not written: a value does not fit its column. Nothing "
        "changed. Open the wave again, check the file once more, and confirm it."
    ),
    reading.StoreFault.DISK: gettext_lazy(
        "The answers were not written: the server has no room, or may not write. "
        "Nothing changed. Ask the administrator to look at the disk of the server, "
        "then freeze the wave again."
    ),
}


@act
def open_wave(
    survey: Survey,
    *,
    form_version: FormVersion,
    slug: str,
    title: str,
    method: Method,
    starts_on: date,
    ends_on: date,
    by: Membership,
    at: datetime,
) -> Wave:
    """Open a round of the survey with one version of its questionnaire."""
    require_walidata(by, survey.forum)
    if form_version.survey_id != survey.pk:
        raise WaveRefused(_("This questionnaire belongs to another survey."))
    if ends_on < starts_on:
        raise WaveRefused(_("The wave ends before it starts. Correct the days."))
    if Wave.objects.filter(slug=slug).exists():
        raise WaveRefused(
            _("There is a wave with the address “%(slug)s”. Choose another.")
            % {"slug": slug}
        )
    wave = Wave.objects.create(
        survey=survey,
        form_version=form_version,
        slug=slug,
        title=title,
        method=method,
        starts_on=starts_on,
        ends_on=ends_on,
        provenance=by.provenance,
    )
    ledger.record(
        "open_wave",
        wave,
        reference=slug,
        by=by,
        at=at,
        after={"form": form_version.version, "method": str(method)},
    )
    return wave


def freeze(wave: Wave, *, by: Membership, at: datetime) -> Wave:
    """Write the answers down for good: Parquet, codebook and manifest."""
    require_walidata(by, wave.survey.forum)
    wave.refresh_from_db()
    _require_confirmed(wave)
    brought = wave.confirmed_import()
    if brought is None:
        raise NotConfirmed(_("The wave has no confirmed file."))
    try:
        parts = examining.frozen(brought)
        return _keep_frozen(wave, parts, by=by, at=at)
    except reading.CannotStore as error:
        raise NotFrozen(_NOT_FROZEN[error.fault]) from error
    except OSError as error:
        raise NotFrozen(_NOT_FROZEN[reading.StoreFault.DISK]) from error


@act
def _keep_frozen(wave: Wave, parts: Frozen, *, by: Membership, at: datetime) -> Wave:
    wave.lock()
    _require_confirmed(wave)
    wave.data = files.keep(parts.data, kind=files.PARQUET, at=at)
    wave.codebook = files.keep(parts.codebook, kind=files.JSON, at=at)
    wave.manifest = parts.manifest
    wave.respondents = parts.manifest["counts"]["respondents"]
    wave.frozen_at = at
    wave.state = WaveState.FROZEN.value
    wave.save()
    ledger.record(
        "freeze_wave",
        wave,
        reference=wave.slug,
        by=by,
        at=at,
        before={"state": WaveState.CONFIRMED.value},
        after={"state": wave.state, "manifest_sha256": freezing.digest(parts.manifest)},
    )
    return wave


def _require_confirmed(wave: Wave) -> None:
    if not may_follow(WaveState(wave.state), WaveState.FROZEN):
        raise NotConfirmed(
            _("The wave is %(state)s; freeze it once its file is confirmed.")
            % {"state": wave.state_label}
        )
