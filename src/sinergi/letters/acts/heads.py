"""The letterhead of an office, with its logo checked, and who signs."""

from datetime import datetime

from django.utils.translation import gettext as _
from docx.image.exceptions import (
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
)
from docx.image.image import Image

from sinergi.core import files, ledger
from sinergi.core.act import act
from sinergi.core.correspondence import LetterKind
from sinergi.core.models import Membership, StoredFile
from sinergi.core.refusal import Refusal
from sinergi.letters import printed
from sinergi.letters.acts.guards import keepers_only, refuse_overtaken
from sinergi.letters.acts.seen import (
    head_of,
    seen_of_head,
    seen_of_signatory,
    signatory_set,
    told_of_head,
    told_of_signatory,
)
from sinergi.letters.heads import logo as logo_of
from sinergi.letters.models import Letterhead, LetterSignatory
from sinergi.letters.rules import HeldAs
from sinergi.paper.pdf import PaperRefused

# It stands in the data of every paper it was printed on.
MOST_BYTES = 150_000
MOST_PIXELS = 1_200


class LogoRefused(Refusal):
    """The picture cannot be printed as a logo."""


class NotOfThisOffice(Refusal):
    """The signatory holds no office of the own government."""


@act
def set_letterhead(
    *,
    headline: str,
    office: str,
    address: str,
    contact: str,
    town: str = "",
    by: Membership,
    at: datetime,
    logo: bytes | None = None,
    logo_name: str = "",
    logo_words: str = "",
    without_logo: bool = False,
    seen: str = "",
) -> Letterhead:
    """What stands above the papers of the own office; those of a simulated account
    stand above simulated papers only. Locked papers keep the head they have."""
    keepers_only(by)
    known = head_of(by.government, by.provenance)
    refuse_overtaken(seen, seen_of_head(known))
    before = told_of_head(known)
    head = known or Letterhead(government=by.government, provenance=by.provenance)
    head.headline, head.office = headline.strip(), office.strip()
    head.address, head.contact = address.strip(), contact.strip()
    head.town = town.strip()
    if without_logo:
        head.logo, head.logo_words = None, ""
    elif logo is not None:
        head.logo, head.logo_words = _kept(logo, logo_name, at), logo_words.strip()
    elif head.logo:
        head.logo_words = logo_words.strip() or head.logo_words
    if head.logo and not head.logo_words:
        raise LogoRefused(_("Say in words what the logo shows; not everybody sees it."))
    head.save()
    ledger.record(
        "set_letterhead",
        head,
        reference=by.government.slug,
        by=by,
        at=at,
        before=before,
        after=told_of_head(head),
    )
    return head


@act
def set_signatory(
    kind: LetterKind,
    *,
    office: str,
    held_as: HeldAs,
    on_behalf_of: str,
    holder: Membership | None,
    by: Membership,
    at: datetime,
    seen: str = "",
) -> LetterSignatory:
    """Who signs letters of this kind: office, how it is held, in whose name, and the
    person whose name is printed while the office is held."""
    keepers_only(by)
    known = signatory_set(by.government, by.provenance, kind.key)
    refuse_overtaken(seen, seen_of_signatory(known))
    if holder and holder.government_id != by.government_id:
        raise NotOfThisOffice(
            _("Only who holds an office of your government signs here.")
        )
    before = told_of_signatory(known)
    signs = known or LetterSignatory(
        government=by.government, provenance=by.provenance, kind=kind.key
    )
    signs.office, signs.held_as = office.strip().rstrip(","), held_as.value
    signs.on_behalf_of, signs.holder = on_behalf_of.strip(), holder
    signs.save()
    ledger.record(
        "set_signatory",
        signs,
        reference=f"{by.government.slug}/{kind.key}",
        by=by,
        at=at,
        before=before,
        after=told_of_signatory(signs),
    )
    return signs


def _kept(content: bytes, name: str, at: datetime) -> StoredFile:
    """The logo, once it was seen to print: a paper must never fail for it."""
    media_type = files.check(content, name, frozenset({files.PNG, files.JPEG}))
    if len(content) > MOST_BYTES:
        raise LogoRefused(
            _(
                "“%(name)s” has %(size)d kB; a logo has at most %(most)d kB. Make the "
                "picture smaller."
            )
            % {
                "name": name,
                "size": len(content) // 1000,
                "most": MOST_BYTES // 1000,
            }
        )
    try:
        picture = Image.from_blob(content)
        size = max(picture.px_width, picture.px_height)
        if size > MOST_PIXELS:
            raise LogoRefused(
                _("“%(name)s” is %(size)d pixels long; at most %(most)d are taken.")
                % {"name": name, "size": size, "most": MOST_PIXELS}
            )
        printed.trial_of_logo(logo_of(content, media_type))
    # The readers of pictures raise what they like on a broken one.
    except (
        PaperRefused,
        InvalidImageStreamError,
        UnexpectedEndOfFileError,
        UnrecognizedImageError,
        ValueError,
        KeyError,
    ) as broken:
        raise LogoRefused(
            _("“%(name)s” is a picture that cannot be printed. Save it anew as PNG.")
            % {"name": name}
        ) from broken
    return files.keep(content, kind=media_type, at=at)
