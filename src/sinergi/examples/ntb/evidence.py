"""Small files that stand for evidence, each marked SIMULASI where it is seen.

The PDF is written by hand with a font every reader has, the PNG from letters of five by
seven dots: nothing of the real world is copied into them.
"""

import struct
import zlib

DOTS = {
    "S": ("01111", "10000", "10000", "01110", "00001", "00001", "11110"),
    "I": ("11111", "00100", "00100", "00100", "00100", "00100", "11111"),
    "M": ("10001", "11011", "10101", "10101", "10001", "10001", "10001"),
    "U": ("10001", "10001", "10001", "10001", "10001", "10001", "01110"),
    "L": ("10000", "10000", "10000", "10000", "10000", "10000", "11111"),
    "A": ("01110", "10001", "10001", "11111", "10001", "10001", "10001"),
}
WORD, SCALE, MARGIN = "SIMULASI", 6, 24
PAPER, INK = 0xFF, 0x55


def pdf(lines: list[str]) -> bytes:
    """One page that says SIMULASI and then these lines."""
    text = ["BT", "/F1 22 Tf", "56 760 Td", f"({WORD}) Tj", "/F1 11 Tf", "0 -34 Td"]
    for line in lines:
        text += [f"({_escaped(line)}) Tj", "0 -17 Td"]
    stream = "\n".join([*text, "ET"]).encode("latin-1", "replace")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
        b"/Encoding /WinAnsiEncoding >>",
    ]
    paper, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(paper))
        paper += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        paper
        + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        + table
        + b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(objects) + 1)
        + b"startxref\n%d\n%%%%EOF\n" % len(paper)
    )


def png(number: int) -> bytes:
    """A grey picture that says SIMULASI; the number tells one from another."""
    width = MARGIN * 2 + len(WORD) * 6 * SCALE
    rows = [[PAPER] * width for _ in range(MARGIN)]
    for line in range(7):
        dots = "".join(DOTS[letter][line] + "0" for letter in WORD)
        inked = [INK if dot == "1" else PAPER for dot in dots for _ in range(SCALE)]
        rows += [[PAPER] * MARGIN + inked + [PAPER] * MARGIN for _ in range(SCALE)]
    rows += [[PAPER] * width for _ in range(MARGIN)]
    data = b"".join(b"\x00" + bytes(row) for row in rows)
    header = struct.pack(">IIBBBBB", width, len(rows), 8, 0, 0, 0, 0)
    comment = b"Comment\x00SIMULASI %d" % number
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(kind, body)
        for kind, body in (
            (b"IHDR", header),
            (b"tEXt", comment),
            (b"IDAT", zlib.compress(data, 9)),
            (b"IEND", b""),
        )
    )


def _chunk(kind: bytes, body: bytes) -> bytes:
    check = zlib.crc32(kind + body)
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", check)


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
