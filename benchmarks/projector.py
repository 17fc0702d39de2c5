"""300 screens follow the hall while eleven governments write their positions.

One granian process serves the example. First every viewer asks for a static page as
often as for the wall; then they follow the wall while positions change. Printed is what
the wall costs as a ratio to the static page: the same computer, the same minute, the
same number of requests. The writers save through the web, each signed in as the head of
its office; what they cost is part of the CPU of the wall. The database and the server
are thrown away afterwards.
"""

import argparse
import asyncio
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from urllib.parse import urlencode

from start import ROOT, answers, free_port

TICKS = os.sysconf("SC_CLK_TCK")
STATIC = "/static/core/tokens.css"

HALL = """
import json, sys
from datetime import timedelta
from django.test import Client
from django.utils import timezone
from sinergi.agree import acts as agreeing
from sinergi.agree.models import Recommendation
from sinergi.convene import acts, wall
from sinergi.convene.models import Meeting
from sinergi.convene.rules import Subject
from sinergi.core.models import Membership, Person

def by(key):
    return Person.objects.get(email=f"{key}@contoh.example").memberships.first()

now = timezone.now()
meeting = Meeting.objects.get(state="invited")
meeting.starts_on = meeting.today(now)
meeting.ends_on = meeting.starts_on + timedelta(days=1)
meeting.state = "running"
meeting.save()
text = Recommendation.objects.filter(
    meeting=meeting, bidang__code="ptik", state="submitted"
).first()
text.addressees.set(meeting.forum.governments())
text = agreeing.discuss_in_group(text, by=by("bidang.ptik"), at=now)
acts.show_on_projector(
    meeting,
    Subject("recommendation", text.pk),
    title=text.title,
    by=by("sekretariat"),
    at=now,
)
key = acts.make_projector_key(
    meeting, last_day=meeting.ends_on, by=by("sekretariat"), at=now
)
sessions = []
for place in meeting.forum.governments():
    client = Client()
    client.force_login(Membership.objects.get(government=place, role="head").person)
    sessions.append(client.cookies["sessionid"].value)
print(json.dumps([meeting.slug, wall.signed(key), text.pk, sessions]))
"""

STANCES = ["agree", "no_opinion", "needs_discussion"]


@dataclass
class Measured:
    """What the viewers saw in one run, and what the server spent on it."""

    waited: list[float] = field(default_factory=list)
    fresh: int = 0
    same: int = 0
    failed: int = 0
    cpu: float = 0.0

    @property
    def asked(self) -> int:
        return len(self.waited)

    def at(self, percent: int) -> float:
        return statistics.quantiles(self.waited, n=100)[percent - 1] * 1000

    def as_row(self, name: str) -> str:
        return (
            f"{name:<8} {self.asked:>7} {self.fresh:>7} {self.same:>7} "
            f"{self.failed:>6} {self.at(50):>8.1f} {self.at(95):>8.1f} "
            f"{self.at(99):>8.1f} {1000 * self.cpu / self.asked:>10.2f}"
        )


def shell(script: str, *words: str, env: dict[str, str]) -> str:
    """Run Python with Django set up, as a process of its own."""
    code = f"import django; django.setup()\n{script}"
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        env=env,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip().splitlines()[-1]


def family(pid: int) -> set[int]:
    """The process and what it started, found by parent."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        parents[int(stat.parent.name)] = int(fields[1])
    found, grown = {pid}, True
    while grown:
        more = {each for each, parent in parents.items() if parent in found} - found
        found |= more
        grown = bool(more)
    return found


def cpu_seconds(pid: int) -> float:
    spent = 0
    for each in family(pid):
        fields = Path(f"/proc/{each}/stat").read_text().rsplit(")", 1)[1].split()
        spent += int(fields[11]) + int(fields[12])
    return spent / TICKS


async def ask(port: int, path: str, cookie: str, etag: str) -> tuple[int, str]:
    """One request over a connection of its own, as a phone on a poor network."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    lines = [
        f"GET {path} HTTP/1.1",
        f"Host: 127.0.0.1:{port}",
        "Connection: close",
        "Accept-Encoding: gzip",
        *([f"Cookie: {cookie}"] if cookie else []),
        *([f"If-None-Match: {etag}"] if etag else []),
    ]
    writer.write(("\r\n".join(lines) + "\r\n\r\n").encode())
    await writer.drain()
    head = (await reader.read()).split(b"\r\n\r\n", 1)[0].decode("latin-1")
    writer.close()
    first, *rest = head.split("\r\n")
    headers = dict(line.split(": ", 1) for line in rest if ": " in line)
    told = {name.lower(): value for name, value in headers.items()}
    return int(first.split()[1]), told.get("etag", "")


async def view(
    port: int,
    path: str,
    cookie: str,
    *,
    begins: float,
    until: float,
    every: float,
    into: Measured,
) -> None:
    """One screen: asks, waits, asks again; not all begin at the same moment."""
    etag = ""
    await asyncio.sleep(begins)
    while (began := time.monotonic()) < until:
        try:
            status, told = await ask(port, path, cookie, etag)
        except (OSError, IndexError, ValueError):
            into.failed += 1
        else:
            into.waited.append(time.monotonic() - began)
            into.fresh += status == 200
            into.same += status == 304
            into.failed += status not in (200, 304)
            etag = told or etag
        left = every - (time.monotonic() - began)
        await asyncio.sleep(max(left, 0))


async def write(
    port: int,
    text: int,
    session: str,
    number: int,
    *,
    begins: float,
    until: float,
    every: float,
    into: Measured,
) -> None:
    """One head of office: saves its position on the page, again and again."""
    await asyncio.sleep(begins)
    token = "a" * 32
    for stance in cycle(STANCES[number % 3 :] + STANCES[: number % 3]):
        if (began := time.monotonic()) >= until:
            return
        note = "" if stance == "agree" else "Catatan."
        form = urlencode(
            {"csrfmiddlewaretoken": token, "version": 1, "stance": stance, "note": note}
        )
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        lines = [
            f"POST /kerja/rekomendasi/{text}/tanggapan/ HTTP/1.1",
            f"Host: 127.0.0.1:{port}",
            "Connection: close",
            "Content-Type: application/x-www-form-urlencoded",
            f"Content-Length: {len(form)}",
            f"Cookie: sessionid={session}; csrftoken={token}",
        ]
        writer.write(("\r\n".join(lines) + "\r\n\r\n" + form).encode())
        await writer.drain()
        head = (await reader.read()).split(b"\r\n", 1)[0].decode("latin-1")
        writer.close()
        into.waited.append(time.monotonic() - began)
        # Saved, it leads to the recommendation; anything else is a refusal.
        into.fresh += " 302" in head
        into.failed += " 302" not in head
        await asyncio.sleep(max(every - (time.monotonic() - began), 0))


async def run(
    port: int,
    pid: int,
    path: str,
    cookie: str,
    options: argparse.Namespace,
    text: int = 0,
    sessions: Sequence[str] = (),
) -> tuple[Measured, Measured]:
    """What the viewers saw, and what those who wrote at the same time did."""
    found, written = Measured(), Measured()
    before, until = cpu_seconds(pid), time.monotonic() + options.seconds
    await asyncio.gather(
        *(
            view(
                port,
                path,
                cookie,
                begins=options.every * number / options.viewers,
                until=until,
                every=options.every,
                into=found,
            )
            for number in range(options.viewers)
        ),
        *(
            write(
                port,
                text,
                session,
                number,
                begins=options.write_every * number / len(sessions),
                until=until,
                every=options.write_every,
                into=written,
            )
            for number, session in enumerate(sessions)
        ),
    )
    found.cpu = cpu_seconds(pid) - before
    return found, written


def measure(options: argparse.Namespace) -> int:
    port = free_port()
    with tempfile.TemporaryDirectory() as data:
        env = {
            **os.environ,
            "SINERGI_VAR": data,
            "PYTHONPATH": str(ROOT / "src"),
            "DJANGO_SETTINGS_MODULE": "sinergi.site.settings",
        }
        server = subprocess.Popen(
            [sys.executable, "-m", "sinergi", "serve", "--port", str(port)],
            env=env,
            start_new_session=True,
        )
        try:
            while not answers(port):
                time.sleep(0.2)
            slug, key, text, sessions = json.loads(shell(HALL, env=env))
            path = f"/rakor/{slug}/layar/?isi=1"
            still, _none = asyncio.run(run(port, server.pid, STATIC, "", options))
            hall, written = asyncio.run(
                run(port, server.pid, path, f"layar={key}", options, text, sessions)
            )
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait()
    sys.stdout.write(
        f"{options.viewers} viewers, each every {options.every} s, "
        f"{options.seconds} s; {len(sessions)} governments write, each every "
        f"{options.write_every} s\n"
        f"{'':<8} {'asked':>7} {'200':>7} {'304':>7} {'failed':>6} "
        f"{'p50 ms':>8} {'p95 ms':>8} {'p99 ms':>8} {'CPU ms/req':>10}\n"
        f"{still.as_row('static')}\n{hall.as_row('wall')}\n"
        f"written  {written.asked:>7} {written.fresh:>7} saved, {written.failed} "
        f"failed; p50 {written.at(50):.1f} ms, p95 {written.at(95):.1f} ms\n"
        f"wall against static: p50 x{hall.at(50) / still.at(50):.1f}, "
        f"p99 x{hall.at(99) / still.at(99):.1f}, "
        f"CPU x{(hall.cpu / hall.asked) / (still.cpu / still.asked):.1f}; "
        f"the server used {100 * hall.cpu / options.seconds:.0f} % of one core\n"
    )
    return 1 if hall.failed or written.failed else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--viewers", type=int, default=300)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--write-every", type=float, default=11.0)
    parser.add_argument("--every", type=float, default=2.0)
    return measure(parser.parse_args())


if __name__ == "__main__":
    sys.exit(main())
