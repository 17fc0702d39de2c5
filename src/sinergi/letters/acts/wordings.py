"""Templates of an office: tried, put in use, and laid aside for another."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from sinergi.core import files, ledger
from sinergi.core.act import act
from sinergi.core.correspondence import LetterKind
from sinergi.core.models import Membership
from sinergi.core.refusal import NotAllowed, Refusal
from sinergi.letters import words
from sinergi.letters.acts.guards import keepers_only, secretariat_only
from sinergi.letters.drafting import example_of, in_force, vocabulary_of
from sinergi.letters.models import Wording
from sinergi.letters.rules import WordingState, may_become
from sinergi.paper import wording as paper
from sinergi.paper.wording import Checked, Found, Trapped

# Of the names of uploads that a version keeps.
LONGEST_NAME = 160


class BrokenTemplate(Refusal):
    """It would not fill in, whatever the letter; `found` says what and where."""

    def __init__(self, message: str, found: Sequence[Found] = ()) -> None:
        super().__init__(message)
        self.found = found


class AlreadyTried(Refusal):
    """The same file is a version already."""

    def __init__(self, message: str, standing: Wording) -> None:
        super().__init__(message)
        self.standing = standing


class NotNow(Refusal):
    """The version is in use already, or none of the office is."""


@act
def try_wording(
    kind: LetterKind, *, content: bytes, name: str, by: Membership, at: datetime
) -> Wording:
    """Keep a template that fills in as a new version; nothing is printed with it yet.

    What does not fill in is refused with every fault and its place, and not kept.
    """
    keepers_only(by)
    files.check(content, name, frozenset({files.DOCX}))
    refuse_broken(kind, content, name)
    own = Wording.objects.filter(
        government=by.government, provenance=by.provenance, kind=kind.key
    )
    file = files.keep(content, kind=files.DOCX, at=at)
    twin = own.filter(file=file).first()
    if twin:
        raise AlreadyTried(
            _("This very file is version %(number)d already.")
            % {"number": twin.number},
            twin,
        )
    last = own.order_by("-number").values_list("number", flat=True).first()
    made = Wording.objects.create(
        government=by.government,
        provenance=by.provenance,
        kind=kind.key,
        number=(last or 0) + 1,
        file=file,
        file_name=name[-LONGEST_NAME:],
        tried_at=at,
    )
    _record("try_wording", made, by=by, at=at, after={"sha256": file.sha256})
    return made


@act
def use_wording(
    wording: Wording, kind: LetterKind, *, by: Membership, at: datetime
) -> Wording:
    """From now on letters of this kind are made from this version."""
    _own(wording, by)
    wording = (
        Wording.objects.select_for_update().select_related("file").get(pk=wording.pk)
    )
    if not may_become(WordingState(wording.state), WordingState.IN_FORCE):
        raise NotNow(
            _("Version %(number)d is in use already.") % {"number": wording.number}
        )
    # Placeholders may have changed since it was tried.
    refuse_broken(kind, files.read(wording.file), wording.file_name)
    before = in_force(kind.key, by.government, by.provenance)
    if before:
        _rest(before)
    wording.state, wording.in_force_at = WordingState.IN_FORCE.value, at
    wording.save(update_fields=["state", "in_force_at"])
    _record(
        "use_wording",
        wording,
        by=by,
        at=at,
        before={"number": str(before.number) if before else ""},
        after={"number": str(wording.number), "sha256": wording.file.sha256},
    )
    return wording


@act
def use_house_wording(kind: LetterKind, *, by: Membership, at: datetime) -> Wording:
    """Back to the words of the house; the office's own stay as versions."""
    keepers_only(by)
    known = in_force(kind.key, by.government, by.provenance)
    if known is None:
        raise NotNow(_("The template of the house is in use already."))
    _rest(known)
    _record(
        "use_house_wording",
        known,
        by=by,
        at=at,
        before={"number": str(known.number)},
        after={"number": ""},
    )
    return known


def refuse_broken(kind: LetterKind, content: bytes, name: str) -> Checked:
    try:
        checked = paper.check(content, vocabulary_of(kind), example_of(kind))
    except Trapped as trapped:
        raise BrokenTemplate(
            _("“%(name)s” is not taken. %(why)s")
            % {"name": name, "why": words.TRAP[trapped.trap]}
        ) from trapped
    if not checked.fits:
        raise BrokenTemplate(
            _("“%(name)s” would not fill in; nothing was changed. See what and where.")
            % {"name": name},
            checked.found,
        )
    return checked


def _own(wording: Wording, by: Membership) -> None:
    keepers_only(by)
    if (wording.government_id, wording.provenance) != (by.government_id, by.provenance):
        raise NotAllowed(secretariat_only())


def _rest(wording: Wording) -> None:
    wording.state = WordingState.RESTING.value
    wording.save(update_fields=["state"])


def _record(
    action: str,
    wording: Wording,
    *,
    by: Membership,
    at: datetime,
    after: dict[str, str],
    before: dict[str, str] | None = None,
) -> None:
    ledger.record(
        action,
        wording,
        reference=f"{wording.government.slug}/{wording.kind}/{wording.number}",
        by=by,
        at=at,
        before=before,
        after=after,
    )
