"""Tables of the core, one module a subject."""

from sinergi.core.models.documents import Document
from sinergi.core.models.files import StoredFile
from sinergi.core.models.ledger import LedgerEvent
from sinergi.core.models.people import Membership, Office, Person
from sinergi.core.models.places import Forum, ForumMember, Place, PlaceCode
from sinergi.core.models.vocabulary import Bidang, BidangOffice, Pillar

__all__ = [
    "Bidang",
    "BidangOffice",
    "Document",
    "Forum",
    "ForumMember",
    "LedgerEvent",
    "Membership",
    "Office",
    "Person",
    "Pillar",
    "Place",
    "PlaceCode",
    "StoredFile",
]
