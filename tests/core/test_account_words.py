"""Every page of an account speaks one register: kata sandi, Anda, surel."""

import html
import re
from pathlib import Path

import allauth
import django
import polib
import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core import mail
from django.test import Client
from django.utils.translation import gettext, override

from sinergi.core.account_words import OF_ALLAUTH, OF_DJANGO
from sinergi.core.models import Membership

pytestmark = pytest.mark.django_db

PASSWORD = "rahasia-sekali-9"

# What the catalogues of other packages write.
OTHER = re.compile(
    r"\banda\b|\bkamu\b|[Ss]ilahkan|\b[Ee]-?mail\b|\bE-mail\b"
    r"|(?<![Kk]ata )(?<![Kk]unci )\b[Ss]andi\b"
    r"|[Dd]ua [Ff]aktor|[Rr]eset\b|\b[Bb]rowser\b|\b[Ll]ink\b|\bName\b"
)


def words_of(content: str) -> str:
    """What a person reads: the text of the main part, without tags."""
    main = re.search(r"<main.*?</main>", content, re.DOTALL)
    text = re.sub(
        r"<script.*?</script>", "", main[0] if main else content, flags=re.DOTALL
    )
    return html.unescape(re.sub(r"<[^>]+>", " ", text))


def mixed(content: str) -> list[str]:
    return OTHER.findall(words_of(content))


def test_the_check_finds_the_other_register() -> None:
    for text in ("Sandi anda", "Email", "Reset kata sandi", "autentikasi dua faktor"):
        assert mixed(text), text
    assert mixed("Kata sandi Anda, kunci sandi, alamat surel, https://a/reset-x") == [
        "reset"
    ]


def test_no_sentence_of_an_account_is_of_the_other_register() -> None:
    for sentence in (*OF_DJANGO, *OF_ALLAUTH):
        with override("id"):
            said = gettext(sentence)

        assert said != sentence
        assert OTHER.findall(said) == [], said


def test_every_sentence_named_here_is_still_said_there() -> None:
    for package, sentences, catalogue in (
        (django, OF_DJANGO, "contrib/auth/locale"),
        (allauth, OF_ALLAUTH, "locale"),
    ):
        root = Path(str(package.__file__)).parent
        file = root / catalogue / "id" / "LC_MESSAGES" / "django.po"
        said = {entry.msgid for entry in polib.pofile(str(file)) if not entry.obsolete}

        # Named in Django's own catalogue, and by allauth.
        assert [each for each in sentences if each not in said] == []


VISITED = [
    "login/",
    "password/reset/",
    "password/reset/done/",
    "password/reset/key/1-x/",
    "password/reset/key/done/",
    "inactive/",
    "confirm-email/",
    "confirm-email/abc/",
]
HELD = [
    "logout/",
    "password/change/",
    "reauthenticate/",
    "2fa/",
    "2fa/totp/activate/",
    "2fa/totp/deactivate/",
    "2fa/recovery-codes/",
    "2fa/recovery-codes/generate/",
    "2fa/webauthn/",
    "2fa/webauthn/add/",
    "2fa/reauthenticate/",
]


@pytest.fixture
def budi_in(budi: Membership, client: Client) -> Client:
    """Budi signed in with his password, so that he may change how he signs in."""
    budi.person.set_password(PASSWORD)
    budi.person.save()
    client.post("/akun/login/", {"login": budi.person.email, "password": PASSWORD})
    client.post("/akun/reauthenticate/", {"password": PASSWORD})
    return client


@pytest.mark.parametrize("path", VISITED)
def test_a_visitor_reads_one_register(client: Client, forum, path: str) -> None:
    page = client.get(f"/akun/{path}", follow=True)

    assert mixed(page.content.decode()) == []


@pytest.mark.parametrize("has_second_step", [False, True])
@pytest.mark.parametrize("path", HELD)
def test_a_member_reads_one_register(
    budi_in: Client, budi: Membership, path: str, has_second_step: bool
) -> None:
    if has_second_step and path != "2fa/totp/activate/":
        TOTP.activate(budi.person, generate_totp_secret())
        RecoveryCodes.activate(budi.person)

    page = budi_in.get(f"/akun/{path}", follow=True)

    assert mixed(page.content.decode()) == []


def test_what_is_refused_is_told_in_one_register(
    budi_in: Client, budi: Membership
) -> None:
    wrong = {"oldpassword": "x", "password1": budi.person.email, "password2": "b"}
    pages = [
        Client().post("/akun/login/", {"login": budi.person.email, "password": "x"}),
        budi_in.post("/akun/password/change/", wrong),
        budi_in.post("/akun/password/change/", {**wrong, "password1": "123"}),
        budi_in.post("/akun/2fa/totp/activate/", {"code": "1"}),
    ]

    assert "terlalu mirip dengan alamat surel Anda" in pages[1].text
    for page in pages:
        assert page.status_code == 200
        assert mixed(page.content.decode()) == []


def test_the_letter_with_the_link_is_of_one_register_and_strangers_get_none(
    client: Client, budi: Membership
) -> None:
    for address in (budi.person.email, "tono@luar.example"):
        client.post("/akun/password/reset/", {"email": address})

    [letter] = mail.outbox
    assert letter.to == [budi.person.email]
    written = re.sub(r"https?://\S+", "", f"{letter.subject}\n{letter.body}")
    assert OTHER.findall(written) == []


def test_a_second_step_waits_for_no_proof_of_the_address(budi_in: Client) -> None:
    page = budi_in.get("/akun/2fa/totp/activate/")

    assert page.status_code == 200
    assert "pindai kode QR" in page.content.decode()
