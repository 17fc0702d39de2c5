"""How many pages somebody's PDF has, and what is not asked of one nobody can read."""

from io import BytesIO

import pypdf
import pytest

from sinergi.paper import reading
from sinergi.paper.typesetter import typeset

THREE = typeset(
    {"main.typ": b'#set document(title: "Tiga")\nA#pagebreak()B#pagebreak()C'}
)


def written(*, password: str = "", user_password: str = "") -> bytes:
    writer = pypdf.PdfWriter(clone_from=BytesIO(THREE))
    if password:
        writer.encrypt(user_password, password)
    content = BytesIO()
    writer.write(content)
    return content.getvalue()


def test_a_pdf_says_how_many_pages_it_has():
    assert reading.pages(THREE) == 3
    assert reading.pages(written()) == 3


def test_a_pdf_that_only_may_not_be_changed_is_read():
    assert reading.pages(written(password="x")) == 3


@pytest.mark.parametrize(
    "content",
    [written(password="x", user_password="y"), b"%PDF-1.7 x", THREE[:200], b""],
    ids=["locked", "no more than a head", "cut off", "empty"],
)
def test_what_cannot_be_read_has_no_number_of_pages(content: bytes):
    assert reading.pages(content) is None
