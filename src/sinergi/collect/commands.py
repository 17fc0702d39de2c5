"""Commands of collecting."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext as _

from sinergi.collect import (
    acts,
    findings,
    mapping,
    questionnaires,
    tomlfile,
    words,
)
from sinergi.collect.mapping import BadMapping, ColumnMapping
from sinergi.collect.models import Import, Survey, Wave
from sinergi.collect.rules import Why
from sinergi.collect.xlsform import FormRefused
from sinergi.core import paths
from sinergi.core.introductions import Command
from sinergi.core.models import Membership
from sinergi.core.refusal import Refusal
from sinergi.core.rules import Role

SHOWN = 20


class Misnamed(Refusal):
    """The command names something that is not there."""


def publish_form(options: Namespace) -> int:
    """Publish a questionnaire as a version of a survey."""
    survey = Survey.objects.filter(slug=options.survey).first()
    if survey is None:
        raise Misnamed(_("There is no survey “%(slug)s”.") % {"slug": options.survey})
    by, content = _walidata(options.by), paths.content(options.file)
    try:
        questionnaire, kind = questionnaires.read(
            content,
            Path(options.file).name,
            title=options.title,
            version=options.version,
        )
    except FormRefused as refused:
        _say(*findings.sentences(refused.findings))
        return 1
    _say(*findings.sentences(questionnaire.findings))
    if questionnaire.errors:
        return 1
    form = acts.publish_form(
        survey,
        questionnaire=questionnaire,
        content=content,
        kind=kind,
        by=by,
        at=timezone.now(),
    )
    print(f"{survey.slug} {form.version}: {form.scored().count()}")
    return 0


def import_responses(options: Namespace) -> int:
    """Bring a file to a wave, report what is wrong, and go as far as asked."""
    wave = Wave.objects.filter(slug=options.wave).first()
    if wave is None:
        raise Misnamed(_("There is no wave “%(slug)s”.") % {"slug": options.wave})
    by = _walidata(options.by)
    chosen = _mapping(options, wave)
    brought = acts.upload(
        wave,
        content=paths.content(options.file),
        name=Path(options.file).name,
        by=by,
        at=timezone.now(),
    )
    acts.check(brought, mapping=chosen, by=by, at=timezone.now())
    done: list[str] = []
    try:
        if options.confirm or options.freeze:
            acts.confirm(brought, by=by, at=timezone.now())
            done.append(_("Confirmed."))
        if options.freeze:
            frozen = acts.freeze(brought.wave, by=by, at=timezone.now())
            parts = (frozen.manifest or {})["parts"]
            hash_of = {"hash": parts["data.parquet"]}
            done.append(_("Frozen: data.parquet %(hash)s") % hash_of)
    finally:
        # After the acts: whoever stops reading the report does not stop them.
        _report(brought)
        for line in done:
            print(line)
    return 0


def _mapping(options: Namespace, wave: Wave) -> ColumnMapping:
    if options.profile:
        profile = wave.survey.profiles.filter(name=options.profile).first()
        if profile is None:
            names = ", ".join(wave.survey.profiles.values_list("name", flat=True))
            raise Misnamed(
                _("There is no mapping “%(name)s”. Kept are: %(known)s.")
                % {"name": options.profile, "known": names or "–"}
            )
        return mapping.parse(profile.mapping)
    try:
        data = tomlfile.loads(paths.text(options.mapping))
        return mapping.parse(data)
    except tomlfile.NotToml as error:
        why = findings.sentences([error.finding])
        raise _not_toml(options.mapping, why[0]) from error
    except BadMapping as error:
        raise Misnamed("\n".join(findings.sentences(error.findings))) from error


def _not_toml(file: str, why: str) -> Misnamed:
    return Misnamed(_("“%(file)s” is not TOML: %(why)s") % {"file": file, "why": why})


def _report(brought: Import) -> None:
    counts = {
        _("Rows in the file"): brought.rows,
        _("Rows kept"): brought.rows_kept,
        _("Rows left out"): brought.rows_left_out,
        _("Answers"): brought.cells_answered,
        _("Blank answers"): brought.cells_blank,
        _("Answers counted as blank"): brought.cells_blanked,
    }
    for label, count in counts.items():
        print(f"{label}: {count}")
    problems = brought.problems.all()
    for problem in problems[:SHOWN]:
        why = words.WHY[Why(problem.why)]
        place = _("Row %(row)s, column %(column)s") % {
            "row": problem.row,
            "column": problem.column,
        }
        _say(f"{place}: “{problem.value}” {why} → {problem.effect_label}")
    if (more := problems.count() - SHOWN) > 0:
        _say(_("… and %(count)s more; the page of the file has all.") % {"count": more})


def _walidata(email: str) -> Membership:
    """The walidata office the person holds today; the act asks for the right one."""
    held = Membership.objects.current(timezone.localdate())
    found = held.filter(
        person__email=email.lower(), role=Role.STATISTICIAN.value
    ).first()
    if found is None:
        raise Misnamed(_("%(email)s is not a walidata today.") % {"email": email})
    return found


def _say(*sentences: str) -> None:
    for sentence in sentences:
        print(sentence, file=sys.stderr)


def _publish_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", help="XLSForm (.xlsx), or items as .toml or .csv")
    parser.add_argument(
        "--survey", required=True, metavar="SLUG", help="the survey, as in its address"
    )
    parser.add_argument("--title", default="", help="for a list of items as CSV")
    parser.add_argument("--version", default="", help="for a list of items as CSV")
    parser.add_argument(
        "--as",
        dest="by",
        required=True,
        metavar="EMAIL",
        help="who acts: the e-mail of a statistician",
    )


def _import_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", help="responses as CSV or Parquet")
    parser.add_argument(
        "--wave", required=True, metavar="SLUG", help="the wave, as in its address"
    )
    how = parser.add_mutually_exclusive_group(required=True)
    how.add_argument("--profile", metavar="NAME", help="a saved mapping")
    how.add_argument("--mapping", metavar="TOML", help="a mapping in a file")
    parser.add_argument("--confirm", action="store_true", help="confirm when checked")
    parser.add_argument("--freeze", action="store_true", help="confirm and freeze")
    parser.add_argument(
        "--as",
        dest="by",
        required=True,
        metavar="EMAIL",
        help="who acts: the e-mail of a statistician",
    )


COMMANDS = (
    Command(
        "collect",
        "publish-form",
        "Publish a questionnaire as a version of a survey.",
        publish_form,
        _publish_arguments,
    ),
    Command(
        "collect",
        "import",
        "Bring a file of responses to a wave and report what is wrong with it.",
        import_responses,
        _import_arguments,
    ),
)
