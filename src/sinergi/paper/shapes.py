"""What a caller fills in to have a document printed: plain, JSON-ready data.

`paper.pdf.render` checks the data against the shape of the template and names the
field that does not fit. Every text is printed literally, word for word, and in the
language of the reader: paper translates and spells out nothing, so numbers, dates,
quarters and the words of positions arrive as they shall be read.
"""

from typing import Annotated, Literal, NotRequired

from pydantic import ConfigDict, StringConstraints
from typing_extensions import TypedDict

Provenance = Literal["published", "measured", "entered", "simulated"]
Words = Annotated[str, StringConstraints(pattern=r"\S")]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Base64 = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9+/]+={0,2}$")]
Url = Annotated[str, StringConstraints(pattern=r"^https?://\S+$", max_length=300)]


class Shape(TypedDict):
    """Base of every shape: a field it does not know is refused."""

    # Pydantic reads this from the class; a TypedDict is for mypy only annotations.
    __pydantic_config__ = ConfigDict(extra="forbid", strict=True)  # type: ignore[misc] # pydantic's way


class Logo(Shape):
    """A coat of arms as a picture; without words for those who cannot see it, none."""

    format: Literal["png", "jpg"]
    content: Base64
    alt: Words


class Letterhead(Shape):
    """Kop naskah dinas, from the government down to the address."""

    government: Words  # "Pemerintah Provinsi Nusa Tenggara Barat"
    office: str  # "Dinas Komunikasi, Informatika dan Statistik"
    address: str  # "Jalan Udayana Nomor 14, Mataram 83125"
    contact: NotRequired[str]  # "Telepon … · Laman …"
    logo: NotRequired[Logo]


class Verification(Shape):
    """How a reader checks the paper: printed in the footer of every page.

    A PDF cannot contain its own hash, so `sha256` is that of the canonical JSON the
    document was made from; the hash of the PDF is shown by the page at `url`.
    """

    code: Words  # short code, "BA-7K3M-92QX"
    url: Url  # absolute address of /v/<code>, what the QR opens
    sha256: Sha256  # 64 hexadecimal digits


class Document(Shape):
    """What every document has."""

    language: Literal["id"]  # of the labels, and told to screen readers
    provenance: Provenance  # simulated: SIMULASI on every page
    draft: bool  # DRAF on every page
    letterhead: Letterhead
    verification: Verification | None  # None while it is not locked


class Inner(Shape):
    """What stands in the footer of a paper that is not published and not locked."""

    note: Words  # "Dokumen internal, memuat data pribadi …"
    sha256: Sha256  # of the data it was made from


class InnerPaper(Shape):
    """A paper of the house: nobody outside checks it, so it has no code."""

    language: Literal["id"]
    provenance: Provenance
    draft: bool
    letterhead: Letterhead
    inner: Inner


class Member(Shape):
    """One member government of the forum, and how it attended or why it did not."""

    government: Words  # "Kabupaten Dompu"
    office: str  # "Dinas Komunikasi dan Informatika"
    attendance: str  # "3 orang", "diwakili Sekretaris Dinas", "tidak hadir"


class Stated(Shape):
    """Tanggapan of one government on the text as agreed."""

    government: Words
    position: str  # "setuju", "setuju dengan catatan", …
    note: NotRequired[str]  # word for word


class Expected(Shape):
    """What is expected of the addressees, and when it is looked at."""

    addressees: list[str]
    indicator: str
    target: str  # "3,60 pada skala 1–5"
    quarter: str  # "Triwulan IV 2026"
    evidence: str  # "Daftar hadir kelas"; empty where none is named
    pillars: list[str]  # "Keamanan Digital"; empty where it serves none


class AgreedRecommendation(Shape):
    """One recommendation in the version that was agreed to."""

    number: Words  # "REK-2026-IKP-01"
    title: Words
    version: int
    paragraphs: list[str]
    bidang: str
    programme: str
    expected: Expected
    positions: list[Stated]


class Signatory(Shape):
    """One place to sign; the name line stays blank while the person is unknown."""

    government: Words  # "Kabupaten Dompu"
    office_title: str  # "Kepala Dinas Komunikasi dan Informatika"
    name: NotRequired[str]


class Table(Shape):
    """A table of an appendix; every row has as many cells as the header."""

    header: list[str]
    rows: list[list[str]]


class Appendix(Shape):
    """A further lampiran, after the one with the texts of the recommendations."""

    title: Words  # "Daftar hadir"
    paragraphs: list[str]
    table: NotRequired[Table]


class BeritaAcara(Document):
    """Record of agreement: `render("berita_acara", …)`.

    The body says what was agreed and is signed; Lampiran I, made from
    `recommendations`, holds their texts, what is expected, and every tanggapan.
    """

    title: Words  # "Berita Acara Kesepakatan"
    subject: str  # "Rapat Koordinasi … Tahun 2026"
    number: str | None  # None: a dotted line to fill in
    opening: str  # "Pada hari ini, Jumat tanggal enam bulan Maret tahun …"
    present: list[Member]  # who attended, in the order of the forum
    absent: list[Member]  # who did not; together all members of the forum
    quorum: str  # "Hadir 11 dari 11 … sehingga kuorum … terpenuhi."
    agreement: str  # sentence before the list, "Peserta rapat menyepakati …"
    recommendations: list[AgreedRecommendation]
    closing: str  # "Demikian Berita Acara ini dibuat …"
    signed_at: str  # "Kota Bima, 6 Maret 2026"
    signatories: list[Signatory]
    appendices: list[Appendix]


class Clause(Shape):
    """An adopted text, word for word, with commentary that is not part of it."""

    number: Words  # number of the clause in the guideline, "1.2"
    title: Words
    paragraphs: list[str]
    expected: Expected
    source: str  # "REK-2026-IKP-01, Berita Acara BA-7K3M-92QX"
    replaces: list[str]  # clauses of earlier guidelines in whose place it stands
    commentary: list[str]  # paragraphs; empty when there is none


class ProgrammeClauses(Shape):
    """The clauses under one national programme."""

    programme: str
    mandate: NotRequired[str]  # "Dasar: Perpres 95 Tahun 2018 …"
    clauses: list[Clause]


class Chapter(Shape):
    """A heading, what explains it, and its clauses under their programmes."""

    title: str
    commentary: list[str]  # paragraphs; not part of what was agreed
    programmes: list[ProgrammeClauses]


class GuidelineChange(Shape):
    """What a guideline does to the clauses of an earlier one."""

    guideline: Words
    clauses: list[str]


class Determination(Shape):
    """Who made the guideline binding, where and when."""

    office: Words  # "Gubernur Nusa Tenggara Barat"
    place: Words  # "Mataram"
    day: Words  # "20 Maret 2026"


class Pedoman(Document):
    """Guideline: `render("pedoman", …)`."""

    title: Words  # "Pedoman Pelaksanaan Program Nasional …"
    subject: str  # whom it is for, "bagi pemerintah provinsi, kabupaten dan kota …"
    number: str | None
    edition: str  # "Berlaku mulai 20 Maret 2026"
    foreword: list[str]  # pengantar, paragraphs
    determined: NotRequired[Determination]
    basis: Words  # "Disusun dari Berita Acara Nomor …, kode …"
    notes: list[str]  # what a reader has to know first
    changes: list[GuidelineChange]
    chapters: list[Chapter]
    inner: NotRequired[Inner]  # of a compilation, which locks nothing


class Fact(Shape):
    """One line of a receipt: what, and its value in words."""

    label: str
    value: str


class EvidenceFile(Shape):
    """A file handed in with the report."""

    name: str
    sha256: Sha256


class TandaTerima(Document):
    """Receipt of a quarterly report: `render("tanda_terima", …)`."""

    title: Words  # "Tanda Terima Laporan Triwulan"
    number: str
    received_at: str  # "Senin, 6 April 2026 pukul 14.05 WITA"
    statement: str  # "Telah diterima laporan …"
    facts: list[Fact]  # government, recommendation, quarter, value, …
    evidence: list[EvidenceFile]
    closing: str  # what happens next, and until when


class MinutedItem(Shape):
    """An agenda item and what was decided under it."""

    title: str
    decisions: list[str]


class MinutedSession(Shape):
    """The minutes of one session."""

    title: Words
    when: str  # "Selasa, 5 Maret 2024, 09.00 WITA – 12.00 WITA · Aula"
    agenda: list[MinutedItem]
    text: list[str]  # paragraphs
    revision: str  # "Revisi 3"


class MinutedMeeting(Shape):
    """The sessions of one meeting."""

    title: Words
    opening: str  # when, where, how many were present
    sessions: list[MinutedSession]


class Notulen(Document):
    """Minutes, of one meeting or compiled of several: `render("notulen", …)`."""

    title: Words  # "Notulen"
    subject: str
    number: str | None
    approved: str  # "Disahkan pimpinan sidang pada …"; empty before
    meetings: list[MinutedMeeting]


class Attended(Shape):
    """One line of an attendance list; an empty text leaves room to write."""

    name: str
    nip: str
    phone: str
    office: Words
    government: Words
    came: str  # "09.12 WITA"; empty: did not come
    door: str  # "kartu"


class Counted(Shape):
    """How many were expected and how many came."""

    label: Words
    expected: int
    present: int


class DaftarHadir(InnerPaper):
    """Attendance list of a day or a session: `render("daftar_hadir", …)`."""

    title: Words  # "Daftar Hadir"
    subject: Words  # the meeting
    number: str | None
    day: Words  # "Selasa, 5 Maret 2024"
    place: str  # "09.00 WITA – 12.00 WITA, Aula"
    occasion: str  # "Pleno pembukaan"
    summary: str  # "18 dari 20 peserta, 11 dari 11 pemerintah daerah"
    rows: list[Attended]
    counts: list[Counted]
    signed_at: str  # "Kota Bima, 5 Maret 2024"
    signatory: str  # who vouches, by office


class Invited(Shape):
    """Who is called by a letter."""

    government: Words
    office: Words


class Kop(InnerPaper):
    """Trial of a letterhead: `render("kop", …)`."""

    title: Words
    text: list[str]


class Signs(Shape):
    """Who signs a letter: lines above the signature; an empty name leaves dots."""

    lines: list[Words]
    name: str


class LaporanHasil(Document):
    """Report of the results of a meeting: `render("laporan_hasil", …)`."""

    title: Words  # "Laporan Hasil"
    subject: Words  # the meeting
    number: str | None
    addressee: Words  # "Gubernur …"
    through: str  # "Sekretaris Daerah"; empty: straight
    introduction: list[str]
    basis: list[str]
    facts: list[Fact]
    attendance: list[Counted]
    quorum: str
    course: list[str]
    minutes: str  # whether they are approved
    sessions: list[MinutedSession]
    recommendations: list[AgreedRecommendation]
    not_adopted: list[list[str]]  # number, title, state, reason
    follow_up: str
    due: list[Fact]  # government, how many recommendations
    closing: list[str]
    signed_at: str
    signatory: Signs


class Undangan(InnerPaper):
    """Letter that calls a meeting: `render("undangan", …)`."""

    title: Words
    number: str  # empty: a dotted line
    day: str
    subject: Words
    opening: list[str]
    facts: list[Fact]
    closing: list[str]
    signatory: Signs
    invited: list[Invited]


class PlannedItem(Shape):
    """An agenda item in its time."""

    time: str  # "09.00 – 09.30"
    title: Words
    presenter: str


class PlannedSession(Shape):
    """A session and its agenda."""

    title: Words
    when: str
    items: list[PlannedItem]


class PlannedDay(Shape):
    """The sessions of one day."""

    title: Words  # "Selasa, 5 Maret 2024"
    sessions: list[PlannedSession]


class SusunanAcara(InnerPaper):
    """Programme of a meeting: `render("susunan_acara", …)`."""

    title: Words
    subject: Words
    number: str | None
    opening: str
    days: list[PlannedDay]


class SignedLine(Shape):
    """A government that signed: the office, by what, and when."""

    government: Words
    office: str
    how: Words  # "tanda tangan elektronik tidak tersertifikasi"
    when: Words


class RefusedLine(Shape):
    """A government that refuses to sign, and why, word for word."""

    government: Words
    office: str
    reason: Words
    when: Words


class LembarPengesahan(Document):
    """Sheet of signatures of a locked paper: `render("lembar_pengesahan", …)`."""

    title: Words
    subject: str
    number: str | None
    statement: str
    facts: list[Fact]
    signed: list[SignedLine]
    refused: list[RefusedLine]
    missing: list[str]
    closing: str


class Adendum(Document):
    """A further record that refers to a locked one: `render("adendum", …)`."""

    title: Words
    subject: str
    number: str | None
    opening: str
    matter: Words  # what it is about, in a line
    paragraphs: list[str]
    facts: list[Fact]
    closing: str
    signed_at: str
    signatories: list[Signatory]


class BriefLine(Shape):
    """One thing a brief says: what, what can be said of it, where it comes from."""

    text: Words
    said: str
    origin: Words


class BriefList(Shape):
    """Lines of one kind; how many more there are than stand here."""

    title: Words
    lines: list[BriefLine]
    more: str  # "dan 4 lainnya pada laman bahan"; empty: nothing was left out


class BriefPart(Shape):
    """Sentences, then lists."""

    title: Words
    said: list[str]
    lists: list[BriefList]


class Bahan(InnerPaper):
    """Brief for a meeting, of a government or of a bidang: `render("bahan", …)`."""

    title: Words  # "Bahan Rakor"
    subject: Words  # "Kabupaten Dompu"
    meeting: Words  # "Rakor … · 22–24 Desember 2026 · Mataram"
    drawn: Words  # "Dibuat 24 November 2026 pukul 09.00 WITA"
    points: float  # size of the letters: a full sheet is set smaller
    parts: list[BriefPart]
