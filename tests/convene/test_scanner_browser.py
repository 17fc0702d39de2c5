"""The scanner in a real browser: without a network and back, camera, plain HTTP."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect

from sinergi.convene import acts, cards
from sinergi.convene.models import Attendance, Meeting, Participant
from sinergi.convene.rules import Door
from sinergi.core.models import Membership
from tests.convene.conftest import OPENING_DAY

pytestmark = pytest.mark.django_db(transaction=True)

# Chromium on Debian reads no QR by itself: what the phone would read stands here.
CAMERA = """
window.BarcodeDetector = class {
  static async getSupportedFormats() { return ["qr_code"]; }
  async detect() { return window.held ? [{ rawValue: window.held }] : []; }
};
navigator.mediaDevices.getUserMedia = async () => {
  const canvas = document.createElement("canvas");
  canvas.getContext("2d").fillRect(0, 0, 9, 9);
  return canvas.captureStream();
};
"""
PLAIN_HTTP = """
Object.defineProperty(window, "isSecureContext", { value: false });
Object.defineProperty(navigator, "serviceWorker", { value: undefined });
"""


@pytest.fixture
def phone(
    live_server, browser: Browser, running: Meeting, budi: Membership, on_the_day
) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    sign_in(context, live_server.url, budi)
    yield context
    context.close()


def sign_in(context: BrowserContext, url: str, by: Membership) -> None:
    client = Client()
    client.force_login(by.person)
    cookie = client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": cookie, "url": url}])


def opened(context: BrowserContext, live_server, meeting: Meeting) -> Page:
    page = context.new_page()
    page.goto(f"{live_server.url}/kerja/rakor/{meeting.slug}/pindai/")
    return page


def delegate_of(meeting: Meeting, place: str) -> Participant:
    return meeting.participants.get(government__slug=place)


def test_a_scan_made_without_a_network_is_kept_and_sent_when_it_is_back(
    phone, live_server, running
):
    participant = delegate_of(running, "kabupaten-dua")
    page = opened(phone, live_server, running)
    expect(page.get_by_text("siap bila jaringan putus")).to_be_visible()

    phone.set_offline(True)
    page.reload()
    page.get_by_label("Kode kartu").fill(cards.code_of(participant).lower())
    page.keyboard.press("Enter")

    row = page.locator("[data-queue] li")
    expect(row).to_contain_text("tersimpan di perangkat")
    expect(row).to_contain_text("Kepala Dinas, Kab. Dua")
    expect(page.get_by_text("belum terkirim: 1")).to_be_visible()
    expect(page.get_by_text("tanpa jaringan", exact=True)).to_be_visible()
    assert not Attendance.objects.exists()

    # The device is shut and opened again before the network is back.
    page.close()
    page = opened(phone, live_server, running)
    expect(page.get_by_text("belum terkirim: 1")).to_be_visible()
    phone.set_offline(False)

    # It goes by itself, at the latest with the next try after 15 seconds.
    expect(page.get_by_text("semua terkirim")).to_be_visible(timeout=30_000)
    expect(page.locator("[data-queue] li")).to_contain_text("terkirim")
    came = participant.attendances.get()
    assert came.door == Door.SCAN
    assert came.checked_in_at < came.recorded_at


def test_the_camera_reads_a_card_once_and_says_who_came(phone, live_server, running):
    participant = delegate_of(running, "kota-tiga")
    phone.add_init_script(CAMERA)
    page = opened(phone, live_server, running)
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text))

    page.get_by_role("button", name="Nyalakan kamera").click()
    page.evaluate(f"window.held = '{cards.address_of(participant)}'")

    expect(page.locator("[data-queue] li")).to_contain_text("terkirim")
    page.wait_for_timeout(700)
    expect(page.locator("[data-queue] li")).to_have_count(1)
    page.evaluate("window.held = 'https://contoh.example/'")
    expect(page.get_by_role("status").last).to_have_text("Ini bukan kartu rakor ini.")
    page.get_by_role("button", name="Matikan kamera").click()
    assert participant.attendances.get().door == Door.SCAN
    assert complaints == []


def test_a_refused_scan_says_why_and_stays_on_the_list(phone, live_server, running):
    page = opened(phone, live_server, running)

    page.get_by_label("Kode kartu").fill("AAAAAA")
    page.keyboard.press("Enter")

    row = page.locator("[data-queue] li")
    expect(row).to_contain_text("ditolak")
    expect(row).to_contain_text("bukan kartu rakor ini")


def test_who_was_signed_out_keeps_the_scans_and_is_asked_to_sign_in(
    phone, live_server, running
):
    participant = delegate_of(running, "kota-tiga")
    page = opened(phone, live_server, running)
    phone.clear_cookies()

    page.get_by_label("Kode kartu").fill(cards.code_of(participant))
    page.keyboard.press("Enter")

    expect(page.get_by_text("Server tidak menerima hasil pindai")).to_be_visible()
    expect(page.locator("[data-queue] li")).to_contain_text("tersimpan di perangkat")
    assert not Attendance.objects.exists()


def test_over_plain_http_the_page_says_what_is_missing_and_the_code_still_works(
    phone, live_server, running
):
    participant = delegate_of(running, "kota-tiga")
    phone.add_init_script(PLAIN_HTTP)
    page = opened(phone, live_server, running)

    expect(page.get_by_text("memerlukan HTTPS")).to_be_visible()
    expect(page.get_by_text("memerlukan jaringan", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Nyalakan kamera")).to_be_hidden()
    page.get_by_label("Kode kartu").fill(cards.code_of(participant))
    page.keyboard.press("Enter")

    expect(page.locator("[data-queue] li")).to_contain_text("terkirim")
    assert participant.attendances.exists()


@pytest.mark.parametrize("width", [390, 1280])
def test_the_doors_fit_and_can_be_heard(
    live_server,
    browser: Browser,
    running: Meeting,
    plenary,
    budi: Membership,
    sari: Membership,
    on_the_day,
    width: int,
):
    acts.open_hall_code(plenary, by=budi, at=OPENING_DAY)
    participant = delegate_of(running, "kabupaten-satu")
    acts.check_in(delegate_of(running, "kota-tiga"), by=budi, at=OPENING_DAY)
    token = cards.token_of(participant)
    staff = browser.new_context(viewport={"width": width, "height": 844})
    sign_in(staff, live_server.url, sari)
    holder = browser.new_context(viewport={"width": width, "height": 844})
    inside, outside = f"/kerja/rakor/{running.slug}", f"/rakor/{running.slug}"

    for context, paths in (
        (
            staff,
            [
                f"{inside}/meja/",
                f"{inside}/pindai/",
                f"{inside}/kartu/",
                f"{inside}/kehadiran/",
                f"{inside}/meja/kartu/{token}/",
                f"{inside}/ruang/{plenary.pk}/",
            ],
        ),
        (
            holder,
            [
                f"{outside}/hadir/{plenary.pk}/",
                f"{outside}/kartu/{token}/",
                f"{outside}/hadir/{plenary.pk}/?kode=ABCDEF",
            ],
        ),
    ):
        page = context.new_page()
        complaints: list[str] = []
        page.on("console", lambda said, kept=complaints: kept.append(said.text))
        for path in paths:
            page.goto(live_server.url + path)
            faults = Axe().run(page)

            assert faults.violations_count == 0, faults.generate_report()
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert complaints == []
        context.close()
