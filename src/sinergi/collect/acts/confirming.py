"""A file of responses becomes the wave, is set aside, or goes."""

from datetime import datetime

from django.utils.translation import gettext as _

from sinergi.collect.acts.imports import WaveClosed
from sinergi.collect.acts.permission import require_walidata
from sinergi.collect.models import Import, Wave
from sinergi.collect.rules import (
    ImportState,
    WaveState,
    import_may_follow,
    may_be_discarded,
    may_follow,
)
from sinergi.core import files, ledger
from sinergi.core.act import act
from sinergi.core.models import Membership
from sinergi.core.refusal import Refusal


class FileStands(Refusal):
    """A wave rests on the file, so it stays."""


class NotChecked(Refusal):
    """The file was not checked, or nothing of it would be kept."""


@act
def confirm(brought: Import, *, by: Membership, at: datetime) -> Import:
    """Say that this file, as checked, is the wave."""
    wave = brought.wave
    wave.lock()
    require_walidata(by, wave.survey.forum)
    if not may_follow(WaveState(wave.state), WaveState.CONFIRMED):
        raise WaveClosed(
            _("The wave is %(state)s; a file is confirmed while it is open.")
            % {"state": wave.state_label}
        )
    if not import_may_follow(ImportState(brought.state), ImportState.CONFIRMED):
        raise NotChecked(_("Check the file before you confirm it."))
    if not brought.rows_kept:
        raise NotChecked(
            _("All %(rows)d rows would be left out. Look at the report first.")
            % {"rows": brought.rows}
        )
    brought.state = ImportState.CONFIRMED
    brought.save(update_fields=["state"])
    wave.state = WaveState.CONFIRMED
    wave.save(update_fields=["state"])
    ledger.record(
        "confirm_responses",
        wave,
        reference=wave.slug,
        by=by,
        at=at,
        before={"state": WaveState.OPEN.value},
        after={
            "state": wave.state,
            "sha256": brought.file.sha256,
            "respondents": brought.rows_kept,
        },
    )
    return brought


@act
def discard(brought: Import, *, by: Membership, at: datetime) -> None:
    """Remove a file that no wave rests on; only the ledger remembers its hash."""
    wave = brought.wave
    wave.lock()
    require_walidata(by, wave.survey.forum)
    brought.refresh_from_db()
    if not may_be_discarded(ImportState(brought.state)):
        raise FileStands(
            _(
                "“%(file)s” is the confirmed file of “%(wave)s”. Open the wave again "
                "first; a frozen wave keeps its file."
            )
            % {"file": brought.file_name, "wave": wave.title}
        )
    ledger.record(
        "discard_responses",
        brought,
        reference=wave.slug,
        by=by,
        at=at,
        before={"state": brought.state, "sha256": brought.file.sha256},
    )
    file = brought.file
    brought.problems.all().delete()
    brought.delete()
    files.forget(file)


@act
def reopen(wave: Wave, *, reason: str, by: Membership, at: datetime) -> Wave:
    """Take back the confirmation; the file is set aside and can be checked again."""
    wave.lock()
    require_walidata(by, wave.survey.forum)
    if not may_follow(WaveState(wave.state), WaveState.OPEN):
        raise WaveClosed(
            _("The wave is %(state)s and cannot be opened again.")
            % {"state": wave.state_label}
        )
    wave.imports.filter(state=ImportState.CONFIRMED.value).update(
        state=ImportState.REPLACED.value
    )
    before, wave.state = wave.state, WaveState.OPEN.value
    wave.save(update_fields=["state"])
    ledger.record(
        "reopen_wave",
        wave,
        reference=wave.slug,
        by=by,
        at=at,
        before={"state": before},
        after={"state": wave.state},
        reason=reason,
    )
    return wave
