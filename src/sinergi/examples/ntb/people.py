"""Simulated people: one for each role, and the head of every government's office.

No real official is an account. Names say "(simulasi)" wherever they are shown, and
whatever these people do is simulated because they are (core.rules.provenance_of).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.contrib.auth.hashers import make_password

from sinergi.core import acts
from sinergi.core.models import Forum, Membership, Person
from sinergi.core.rules import Role

# Known to everyone who reads this; it opens simulated accounts only.
PASSWORD = "literasi-digital-ntb"  # noqa: S105 - public, see above
DOMAIN = "contoh.example"

PROVINCE = "nusa-tenggara-barat"
# Which kabupaten has an operator or a reviewer among the accounts says nothing of it.
OPERATED, REVIEWING = "dompu", "sumbawa"


@dataclass(frozen=True)
class Player:
    """A simulated person: what the account is called and which office it holds."""

    key: str
    name: str
    title: str
    role: Role
    government: str = PROVINCE

    @property
    def email(self) -> str:
        return f"{self.key}@{DOMAIN}"


STAFF = (
    Player(
        "administrator",
        "Administrator (simulasi)",
        "Pengelola akun",
        Role.ADMINISTRATOR,
    ),
    Player(
        "sekretariat",
        "Sekretariat Rakor (simulasi)",
        "Sekretaris Dinas",
        Role.SECRETARIAT,
    ),
    Player(
        "walidata",
        "Walidata (simulasi)",
        "Kepala Bidang Statistik",
        Role.STATISTICIAN,
    ),
    Player(
        "inspektorat",
        "Inspektorat (simulasi)",
        "Auditor Inspektorat",
        Role.INSPECTORATE,
    ),
    Player(
        "penelaah",
        "Penelaah (simulasi) Provinsi NTB",
        "Penelaah tindak lanjut",
        Role.REVIEWER,
    ),
    Player(
        f"penelaah.{REVIEWING}",
        "Penelaah (simulasi) Kabupaten Sumbawa",
        "Penelaah tindak lanjut",
        Role.REVIEWER,
        REVIEWING,
    ),
    Player(
        f"operator.{OPERATED}",
        "Operator (simulasi) Kabupaten Dompu",
        "Operator perencanaan",
        Role.OPERATOR,
        OPERATED,
    ),
    Player(
        "bidang.ikp",
        "Kepala Bidang IKP (simulasi)",
        "Ketua kelompok IKP",
        Role.OPERATOR,
    ),
    Player(
        "bidang.ptik",
        "Kepala Bidang PTIK (simulasi)",
        "Ketua kelompok PTIK",
        Role.OPERATOR,
    ),
    Player(
        "bidang.persandian",
        "Kepala Bidang Persandian (simulasi)",
        "Ketua kelompok Persandian",
        Role.OPERATOR,
    ),
    Player(
        "bidang.statistik",
        "Ketua kelompok Statistik (simulasi)",
        "Ketua kelompok Statistik",
        Role.OPERATOR,
    ),
    Player(
        "bidang.uptd-pld",
        "Kepala UPTD Pusat Layanan Digital (simulasi)",
        "Ketua kelompok UPTD PLD",
        Role.OPERATOR,
    ),
    Player("notulis", "Notulis (simulasi)", "Notulis", Role.OPERATOR),
    Player(
        "pendaftaran",
        "Petugas registrasi (simulasi)",
        "Petugas registrasi",
        Role.OPERATOR,
    ),
    Player(
        "presensi",
        "Petugas presensi (simulasi)",
        "Petugas presensi",
        Role.ATTENDANT,
    ),
)

Cast = Mapping[str, Membership]


def heads(forum: Forum) -> list[Player]:
    """The head of the office of every government; the province's chairs the plenary."""
    return [
        Player(
            head_of(place.slug),
            f"Kepala Dinas (simulasi) {place.name}",
            "Kepala Dinas · pimpinan pleno"
            if place == forum.coordinator
            else "Kepala Dinas",
            Role.HEAD,
            place.slug,
        )
        for place in forum.governments()
    ]


def listed_emails() -> list[str]:
    """The accounts of the login page: one for each role, in the order of the turn."""
    keys = (
        "sekretariat",
        head_of(PROVINCE),
        "bidang.ptik",
        "notulis",
        "pendaftaran",
        "presensi",
        f"operator.{OPERATED}",
        head_of(OPERATED),
        "penelaah",
        f"penelaah.{REVIEWING}",
        "inspektorat",
        "walidata",
        "administrator",
    )
    return [f"{key}@{DOMAIN}" for key in keys]


def head_of(slug: str) -> str:
    return f"kepala.{slug}"


def invite_all(forum: Forum, *, since: date, start: datetime) -> Cast:
    """Give every simulated person an account and an office; the first is the
    administrator, who gives the others theirs."""
    governments = {place.slug: place for place in forum.governments()}
    password = make_password(PASSWORD)
    cast: dict[str, Membership] = {}
    for player in [*STAFF, *heads(forum)]:
        government = governments[player.government]
        held = acts.invite(
            email=player.email,
            name=player.name,
            government=government,
            role=player.role,
            office=government.offices.first(),
            title=player.title,
            mandate="Akun contoh, bukan pejabat sebenarnya",
            starts_on=since,
            by=cast.get("administrator"),
            at=start + timedelta(minutes=2 * len(cast)),
            simulated=True,
        )
        # What each would do with the link of the invitation, done once for all.
        Person.objects.filter(pk=held.person_id).update(password=password)
        cast[player.key] = held
    return cast


def chairs_by_bidang(cast: Cast) -> dict[str, Membership]:
    """Who leads the group of a bidang, by the code of the bidang."""
    return {
        key.removeprefix("bidang."): held
        for key, held in cast.items()
        if key.startswith("bidang.")
    }


def head(cast: Cast, slug: str) -> Membership:
    return cast[head_of(slug)]
