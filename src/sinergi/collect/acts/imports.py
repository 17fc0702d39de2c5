"""Files of responses: brought, mapped and checked."""

from datetime import datetime

from django.utils.translation import gettext as _

from sinergi.collect import examining, findings, intake, reading
from sinergi.collect.acts.permission import require_walidata
from sinergi.collect.checking import Checked
from sinergi.collect.mapping import BadMapping, ColumnMapping
from sinergi.collect.models import Import, MappingProfile, Problem, Survey, Wave
from sinergi.collect.questionnaire import Finding
from sinergi.collect.rules import (
    ImportState,
    import_may_follow,
)
from sinergi.core import files, ledger
from sinergi.core.act import act
from sinergi.core.canonical import canonical_json, sha256
from sinergi.core.models import Membership
from sinergi.core.refusal import Refusal

_SHOWN = 200  # letters of a wrong value that are kept


_BATCH = 2_000


class WaveClosed(Refusal):
    """The wave takes no file now."""


class FileUnreadable(Refusal):
    """The file is damaged or is not what it says."""


class MappingRefused(Refusal):
    """The mapping does not fit the file or the questionnaire."""


def upload(
    wave: Wave, *, content: bytes, name: str, by: Membership, at: datetime
) -> Import:
    """Bring a file of responses to an open wave; nothing of it is an answer yet."""
    require_walidata(by, wave.survey.forum)
    require_open(wave)
    kind = files.check(content, name, files.SURVEY_DATA)
    try:
        # To its end and outside of the transaction: no later page may meet a line
        # that cannot be read, and other writers need not wait for it.
        columns = intake.columns(content, kind)
    except intake.Unreadable as error:
        raise FileUnreadable(_unreadable(name, error.finding)) from error
    return _keep_upload(wave, content, kind, name, len(columns), by=by, at=at)


@act
def _keep_upload(
    wave: Wave,
    content: bytes,
    kind: str,
    name: str,
    columns: int,
    *,
    by: Membership,
    at: datetime,
) -> Import:
    wave.lock()
    require_open(wave)
    brought = Import.objects.create(
        wave=wave,
        file=files.keep(content, kind=kind, at=at),
        file_name=name[:_SHOWN],
        uploaded_at=at,
    )
    ledger.record(
        "upload_responses",
        brought,
        reference=wave.slug,
        by=by,
        at=at,
        after={"sha256": brought.file.sha256, "columns": columns},
    )
    return brought


def check(
    brought: Import, *, mapping: ColumnMapping, by: Membership, at: datetime
) -> Import:
    """Read the file by the mapping and write down all that is wrong with it."""
    require_walidata(by, brought.wave.survey.forum)
    require_open(brought.wave)
    try:
        # Reading is slow and changes nothing: other writers need not wait for it.
        checked = examining.examine(brought, mapping)
    except BadMapping as error:
        text = "\n".join(findings.sentences(error.findings))
        raise MappingRefused(text) from error
    except reading.TaksirError as error:
        told = _unreadable(brought.file_name, intake.complaint(error))
        raise FileUnreadable(told) from error
    if not checked.rows:
        columns = str(len(reading.columns_of(brought.file)))
        none = Finding("file_no_rows", 0, {"columns": columns})
        raise FileUnreadable(_unreadable(brought.file_name, none))
    return _keep_check(brought, mapping, checked, by=by, at=at)


@act
def _keep_check(
    brought: Import,
    mapping: ColumnMapping,
    checked: Checked,
    *,
    by: Membership,
    at: datetime,
) -> Import:
    if not import_may_follow(ImportState(brought.state), ImportState.CHECKED):
        raise WaveClosed(_("This file is confirmed. Open the wave again first."))
    brought.mapping = mapping.as_data()
    brought.state = ImportState.CHECKED
    brought.rows = checked.rows
    brought.rows_left_out = checked.rows_left_out
    brought.cells_answered = checked.answered
    brought.cells_blank = checked.cells_blank
    brought.cells_blanked = checked.cells_blanked
    brought.blanks = dict(checked.blank)
    brought.save()
    brought.problems.all().delete()
    Problem.objects.bulk_create(
        (
            Problem(
                upload=brought,
                row=trouble.row,
                column=trouble.column[:120],
                value=trouble.value[:_SHOWN],
                why=trouble.why,
                effect=trouble.effect,
            )
            for trouble in checked.troubles
        ),
        batch_size=_BATCH,
    )
    ledger.record(
        "check_responses",
        brought,
        reference=brought.wave.slug,
        by=by,
        at=at,
        after={
            "sha256": brought.file.sha256,
            "mapping_sha256": sha256(canonical_json(brought.mapping)),
            "rows": checked.rows,
            "left_out": checked.rows_left_out,
            "blank": checked.cells_blank,
            "blanked": checked.cells_blanked,
        },
    )
    return brought


@act
def save_profile(
    survey: Survey, *, name: str, mapping: ColumnMapping, by: Membership, at: datetime
) -> MappingProfile:
    """Keep a mapping under a name for the next file."""
    require_walidata(by, survey.forum)
    profile, _new = MappingProfile.objects.update_or_create(
        survey=survey, name=name, defaults={"mapping": mapping.as_data()}
    )
    ledger.record(
        "save_mapping",
        profile,
        reference=f"{survey.slug}/{name}",
        by=by,
        at=at,
        after={"mapping_sha256": sha256(canonical_json(profile.mapping))},
    )
    return profile


def _unreadable(name: str, finding: Finding) -> str:
    """The file by the name it was brought under, and what is wrong in it."""
    [why] = findings.sentences([finding])
    return _("“%(name)s” cannot be read: %(why)s") % {"name": name, "why": why}


def require_open(wave: Wave) -> None:
    if not wave.is_open:
        raise WaveClosed(
            _("“%(wave)s” is %(state)s and takes no file.")
            % {"wave": wave.title, "state": wave.state_label}
        )
