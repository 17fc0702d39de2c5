"""Surveys and their questionnaires."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _

from sinergi.collect import findings
from sinergi.collect.acts.permission import require_walidata
from sinergi.collect.models import FormVersion, Item, Survey
from sinergi.collect.questionnaire import Question, Questionnaire
from sinergi.core import files, ledger
from sinergi.core.act import act
from sinergi.core.canonical import sha256
from sinergi.core.models import Forum, Membership
from sinergi.core.refusal import Refusal


class SurveyExists(Refusal):
    """Another survey has this address."""


class FormHasErrors(Refusal):
    """The questionnaire has errors that would spoil the answers."""


class VersionTaken(Refusal):
    """This version was published before, with another content."""


@act
def create_survey(
    *,
    forum: Forum,
    slug: str,
    title: str,
    by: Membership,
    at: datetime,
    population: str = "",
) -> Survey:
    """Begin a survey that is repeated in waves."""
    require_walidata(by, forum)
    if Survey.objects.filter(slug=slug).exists():
        raise SurveyExists(
            _("There is a survey with the address “%(slug)s”. Choose another.")
            % {"slug": slug}
        )
    survey = Survey.objects.create(
        forum=forum,
        owner=by.government,
        slug=slug,
        title=title,
        population=population,
        provenance=by.provenance,
    )
    ledger.record(
        "create_survey", survey, reference=slug, by=by, at=at, after={"title": title}
    )
    return survey


@act
def publish_form(
    survey: Survey,
    *,
    questionnaire: Questionnaire,
    content: bytes,
    kind: str,
    by: Membership,
    at: datetime,
    is_official: bool = False,
) -> FormVersion:
    """Publish a questionnaire; it never changes, a change is a new version.

    The same file published again is the same version.
    """
    require_walidata(by, survey.forum)
    if questionnaire.errors:
        raise FormHasErrors("\n".join(findings.sentences(questionnaire.errors)))
    digest = sha256(content)
    known = survey.form_versions.filter(version=questionnaire.version).first()
    if known and known.source and known.source.sha256 == digest:
        return known
    if known:
        raise VersionTaken(
            _(
                "Version %(version)s of this survey was published before with another "
                "content. Give the changed questionnaire a new version."
            )
            % {"version": questionnaire.version}
        )
    form = FormVersion.objects.create(
        survey=survey,
        version=questionnaire.version,
        title=questionnaire.title or survey.title,
        source=files.keep(content, kind=kind, at=at),
        is_official=is_official,
        remarks=findings.as_data(questionnaire.remarks),
        published_at=at,
    )
    Item.objects.bulk_create(_items(form, questionnaire.questions))
    ledger.record(
        "publish_form",
        form,
        reference=f"{survey.slug}/{form.version}",
        by=by,
        at=at,
        after={
            "title": form.title,
            "items": len(questionnaire.items),
            "sha256": digest,
        },
    )
    return form


def _items(form: FormVersion, questions: Iterable[Question]) -> Iterable[Item]:
    for order, question in enumerate(questions, start=1):
        yield Item(
            form_version=form,
            name=question.name,
            order=order,
            label=question.label,
            label_en=question.label_en,
            role=question.role,
            pillar=question.pillar,
            indicator=question.indicator,
            is_reversed=question.is_reversed,
            scale_min=question.scale_min,
            scale_max=question.scale_max,
            choices=[
                {"name": c.name, "label": c.label, "label_en": c.label_en}
                for c in question.choices
            ],
        )
