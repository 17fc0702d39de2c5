"""One kind of letter with words, one without, and what the province made of them."""

from collections.abc import Iterator

import pytest
from django.utils.translation import override

from sinergi.core.correspondence import LetterKind, Listed, Placeholder
from sinergi.core.models import Forum
from sinergi.letters import kinds
from sinergi.paper.wording import Rows

LETTER = LetterKind(
    key="surat-uji",
    label="Surat uji",
    order=1,
    signed=True,
    placeholders=(Placeholder("kepada", "who gets it", "Bapak Contoh"),),
    lists=(
        Listed("tamu", "guests", (Placeholder("nama", "the name", "Tamu Contoh"),)),
    ),
    standard=(
        "Nomor {{ nomor }}",
        "Yth. {{ kepada }}",
        Rows("tamu", (("Nama", "nama"),)),
    ),
)
PLAIN = LetterKind(key="naskah-uji", label="Naskah uji", order=2)


@pytest.fixture(autouse=True)
def known(forum: Forum) -> Iterator[None]:
    before = kinds.every()
    kinds.set_up([LETTER, PLAIN])
    with override("id"):
        yield
    kinds.set_up(before)
