"""Writing the words: a new version, and what becomes of the answers to the old one."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from sinergi.agree import access, queries, rules, sentences, words
from sinergi.agree.models import Paragraph, Position, Recommendation, Version
from sinergi.agree.rules import OPEN_TO_WRITING, Edit, Stance, State
from sinergi.core import ledger
from sinergi.core.act import act
from sinergi.core.models import Membership, Place
from sinergi.core.refusal import NotAllowed, Refusal, StandsAlready


class NoText(Refusal):
    """A version without a word."""


class NothingChanged(Refusal):
    """The words are the same as in the version before."""


class WordsStandStill(Refusal):
    """The group agreed to these words, or the recommendation is closed."""


class StaleVersion(Refusal):
    """The words changed after the page was opened."""


class NotEditorial(Refusal):
    """The edit is called editorial and touches what governments answered to."""


class NoReason(Refusal):
    """A step back or a change after submission says why."""


@act
def write_version(
    base: Version,
    *,
    text: str,
    by: Membership,
    at: datetime,
    edit: Edit = Edit.SUBSTANTIVE,
    reason: str = "",
) -> Version:
    """Write the version after `base`, which its writer read; later it says why.

    A substantive edit asks every government again. An editorial one keeps their
    answers, each still under the name of who gave it and when.
    """
    recommendation = base.recommendation
    refuse_standing_still(recommendation)
    if not access.may_write(by, recommendation):
        raise NotAllowed(
            _("A draft is written by its proposer; after submission by the group.")
        )
    paragraphs = rules.paragraphs_of(text)
    before = recommendation.current
    if before.pk != base.pk:
        _refuse_sent_twice(before, base, paragraphs, edit, by)
        raise StaleVersion(
            _(
                "Version %(new)d was saved while you wrote on version %(old)d. Your "
                "words are kept here; put what changed, as shown below, into them and "
                "save again."
            )
            % {"new": before.number, "old": base.number}
        )
    if not paragraphs:
        raise NoText(_("The text is empty. Write at least one paragraph."))
    if paragraphs == before.texts:
        raise NothingChanged(
            _("The words are the same as in version %(number)d. Nothing was saved.")
            % {"number": before.number}
        )
    if State(recommendation.state) is not State.DRAFT:
        refuse_without_reason(reason)
    if edit is Edit.EDITORIAL:
        _refuse_rewording(recommendation, paragraphs)
    version = add_version(recommendation, paragraphs, edit, reason, by=by, at=at)
    ledger.record(
        "write_version",
        recommendation,
        reference=recommendation.ledger_reference,
        by=by,
        at=at,
        before={"version": before.number, "sha256": before.sha256},
        after={**described(version), "edit": str(edit)},
        reason=reason,
    )
    return version


def _refuse_sent_twice(
    current: Version,
    base: Version,
    paragraphs: Sequence[str],
    edit: Edit,
    by: Membership,
) -> None:
    same = (current.number, current.by_id, current.edit, current.texts) == (
        base.number + 1,
        by.pk,
        edit,
        paragraphs,
    )
    if same:
        told = _("Version %(number)d is saved.") % {"number": current.number}
        raise StandsAlready(told, current)


def refuse_standing_still(recommendation: Recommendation) -> None:
    recommendation.hold()
    if State(recommendation.state) in OPEN_TO_WRITING:
        return
    if recommendation.is_closed:
        raise WordsStandStill(
            _("%(name)s is closed (%(state)s); its words stay as they are.")
            % {"name": recommendation.name, "state": recommendation.state_label}
        )
    raise WordsStandStill(
        _(
            "The group agreed to version %(number)d, so its words stand still. To "
            "change them, the chair refers the recommendation back to the group."
        )
        % {"number": recommendation.current.number}
    )


def refuse_without_reason(reason: str) -> None:
    if not reason.strip():
        raise NoReason(_("Say why in one sentence; every government reads it."))


def _refuse_rewording(
    recommendation: Recommendation, paragraphs: Sequence[str]
) -> None:
    """Against the last version everyone was asked about, so that many small editorial
    edits do not add up to another text."""
    asked = recommendation.versions.filter(edit=Edit.SUBSTANTIVE.value)
    base = asked.latest("number")
    found = rules.beyond_editorial(base.texts, paragraphs)
    if found:
        raise NotEditorial(
            _(
                "This is more than spelling or layout. %(why)s Choose “%(substantive)s”"
                " and save again."
            )
            % {
                "why": sentences.beyond_editorial(found, base.number),
                "substantive": words.EDIT_CHOICE[Edit.SUBSTANTIVE],
            }
        )


def add_version(
    recommendation: Recommendation,
    paragraphs: Sequence[str],
    edit: Edit,
    reason: str,
    *,
    by: Membership,
    at: datetime,
    restores: Version | None = None,
    disputed_by: Place | None = None,
) -> Version:
    """The next version and the answers it starts with: none where its substance
    changed, those to the same words where it brings earlier ones back."""
    before = recommendation.versions.order_by("-number").first()
    version = Version.objects.create(
        recommendation=recommendation,
        number=before.number + 1 if before else 1,
        edit=edit,
        reason=reason.strip(),
        sha256=rules.text_hash(paragraphs),
        plain_sha256=rules.plain_hash(paragraphs),
        restores=restores,
        disputed_by=disputed_by,
        written_at=at,
        by=by,
    )
    if before and restores:
        # Under the keys the words had, so that nobody's change of them is lost.
        Paragraph.objects.bulk_create(
            Paragraph(version=version, key=each.key, order=order, text=each.text)
            for order, each in enumerate(restores.kept, start=1)
        )
        carry_over(restores, version)
        return version
    used = Paragraph.objects.filter(version__recommendation=recommendation)
    kept = rules.match_keys(
        before.kept if before else [],
        paragraphs,
        used.values_list("key", flat=True),
    )
    Paragraph.objects.bulk_create(
        Paragraph(version=version, key=each.key, order=order, text=each.text)
        for order, each in enumerate(kept, start=1)
    )
    if before and edit is Edit.EDITORIAL:
        carry_over(before, version)
    elif State(recommendation.state) in rules.OPEN_TO_POSITIONS:
        start_answers(version, by=by, at=at)
    return version


def start_answers(version: Version, *, by: Membership, at: datetime) -> None:
    """Who is addressed or spoke before is asked; the others start as not concerned."""
    asked = queries.asked_of(version)
    Position.objects.bulk_create(
        Position(
            version=version,
            government=government,
            stance=Stance.NOT_CONCERNED,
            is_start=True,
            by=by,
            stated_at=at,
        )
        for government in version.recommendation.meeting.forum.governments()
        if government not in asked
    )


def carry_over(before: Version, after: Version) -> None:
    Position.objects.bulk_create(
        Position(
            version=after,
            government=position.government,
            stance=position.stance,
            note=position.note,
            by=position.by,
            mandate=position.mandate,
            is_recorded_by_secretariat=position.is_recorded_by_secretariat,
            is_start=position.is_start,
            stated_at=position.stated_at,
        )
        for position in before.positions.select_related("government", "by", "mandate")
    )


def described(version: Version) -> dict[str, str | int]:
    """A version for the ledger: its number and the hash of its words."""
    return {"version": version.number, "sha256": version.sha256}
