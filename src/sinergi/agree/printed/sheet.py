"""The sheet of signatures (lembar pengesahan) on paper."""

from datetime import date, datetime

from sinergi.agree.printed.frame import Content, frame
from sinergi.core.documents import Seal
from sinergi.core.formats import tanggal, terbilang
from sinergi.paper import pdf

SHEET_TITLE = "Lembar Pengesahan"
# As a signature is called on paper; what it is worth is said, never more.
KINDS = {
    "scan": "tanda tangan basah pada naskah tercetak; pindaiannya telah dibandingkan "
    "oleh orang kedua",
    "upload": "tanda tangan elektronik pada salinan PDF yang diunggah",
    "attestation": "tanda tangan elektronik tidak tersertifikasi",
    "bsre": "tanda tangan elektronik melalui layanan BSrE",
}
TRUST = {
    "trusted": "penerbit sertifikat dikenal",
    "untrusted": "penerbit sertifikat tidak dikenal",
    "unchecked": "penerbit sertifikat belum diperiksa",
}


def lembar_pengesahan(content: Content, seal: Seal | None, *, origin: str) -> bytes:
    """Who signed how and when, and who did not; the locked paper is not touched."""
    paper, stated = content["paper"], _moment(content["stated_at"])
    signed, asked = len(content["signed"]), content["asked"]
    data = {
        **frame(content, seal, origin),
        "title": SHEET_TITLE,
        "subject": paper["title"],
        "number": paper["number"] or None,
        "statement": (
            f"Naskah nomor {paper['number'] or '–'} tanggal "
            f"{tanggal(date.fromisoformat(paper['agreed_on']))} telah dikunci. Dari "
            f"{asked} ({terbilang(asked)}) pemerintah daerah yang diminta "
            f"menandatangani, {signed} ({terbilang(signed)}) telah menandatangani "
            f"menurut keadaan pada {stated}."
        ),
        "facts": [
            {"label": "Kode keaslian naskah", "value": paper["code"]},
            {"label": "Sidik isi (SHA-256)", "value": paper["sha256"]},
            {"label": "Sidik berkas PDF (SHA-256)", "value": paper["file_sha256"]},
        ],
        "signed": [_signed(each) for each in content["signed"]],
        "refused": [_refused(each) for each in content["refused"]],
        "missing": list(content["missing"]),
        "closing": (
            "Lembar ini tidak mengubah naskah yang dikunci. Nilai setiap tanda tangan "
            "ialah sebagaimana disebut pada jenisnya; tanda tangan elektronik tidak "
            "tersertifikasi dan pindaian tanda tangan basah bukan tanda tangan "
            "elektronik tersertifikasi."
        ),
    }
    title = f"{SHEET_TITLE} {paper['title']}"
    day = date.fromisoformat(content["stated_at"][:10])
    return pdf.render("lembar_pengesahan", data, title=title, created_on=day)


def _signed(each: Content) -> dict[str, str]:
    how = [KINDS[each["kind"]]]
    if each["certificates"]:
        found = {f"{c['issuer']}, {TRUST[c['trust']]}" for c in each["certificates"]}
        how.append("sertifikat: " + "; ".join(sorted(found)))
    if each["brought_by"]:
        how.append(f"disampaikan oleh {each['brought_by']}")
    if each["compared_by"]:
        how.append(f"dibandingkan oleh {each['compared_by']}")
    how += _mandated(each)
    return {
        "government": each["government"],
        "office": each["office"],
        "how": "; ".join(how),
        "when": _moment(each["at"]),
    }


def _refused(each: Content) -> dict[str, str]:
    return {
        "government": each["government"],
        "office": "; ".join([each["office"], *_mandated(each)]),
        "reason": each["reason"],
        "when": _moment(each["at"]),
    }


def _mandated(each: Content) -> list[str]:
    mandate = each["mandate"]
    if mandate is None:
        return []
    day = tanggal(date.fromisoformat(mandate["dated_on"]))
    return [f"berdasarkan surat mandat nomor {mandate['number']} tanggal {day}"]


def _moment(told: str) -> str:
    stamp, zone = told.split(" ")
    at = datetime.fromisoformat(stamp)
    return f"{tanggal(at.date())}, {at:%H.%M} {zone}"
