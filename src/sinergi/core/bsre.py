"""The eSign client service of BSrE, as regional governments run it in their network.

Off unless the settings name its address. NIK and passphrase pass through to it with the
request and are kept nowhere: not in a table, not in a log, not in an error.
"""

import base64
import binascii
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from typing import Any
from urllib.parse import quote, urlsplit

from django.conf import settings
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from sinergi.core.signing import Credentials, ServiceRefused, cleaned, unreachable

TIMEOUT_SECONDS = 60
LARGEST_ANSWER = 60_000_000
_KEYS = ("base64_signed_file", "file", "signed_file", "base64")


@dataclass(frozen=True)
class Bsre:
    """One installation of the service, and the account of this application with it."""

    address: str
    user: str
    password: str = field(repr=False)

    @sensitive_variables()
    def sign(self, pdf: bytes, credentials: Credentials) -> bytes:
        """The PDF signed invisibly, as an increment; refused in the service's words."""
        boundary = secrets.token_hex(16)
        body = _form(
            boundary,
            pdf,
            {
                "nik": credentials.nik,
                "passphrase": credentials.passphrase,
                "tampilan": "invisible",
                "jenis_response": "BASE64",
            },
        )
        kind = f"multipart/form-data; boundary={boundary}"
        answer = self._ask("POST", "/api/sign/pdf", body, {"Content-Type": kind})
        return self._signed(answer, credentials)

    def _signed(self, answer: "_Answer", credentials: Credentials) -> bytes:
        if answer.status >= 400:
            raise ServiceRefused(
                _("The signing service refused: %(reason)s")
                % {"reason": cleaned(answer.reason, credentials)}
            )
        if answer.body.startswith(b"%PDF-"):
            return answer.body
        told = answer.told
        for key in _KEYS:
            if isinstance(told.get(key), str):
                return _decoded(told[key])
        number = told.get("id_dokumen") or answer.document
        if not number:
            raise unreachable()
        path = f"/api/sign/download/{quote(str(number), safe='')}"
        kept = self._ask("GET", path, None, {})
        if kept.status >= 400 or not kept.body.startswith(b"%PDF-"):
            raise unreachable()
        return kept.body

    @sensitive_variables()
    def _ask(
        self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]
    ) -> "_Answer":
        parts = urlsplit(self.address)
        secure = parts.scheme == "https"
        connect = HTTPSConnection if secure else HTTPConnection
        login = base64.b64encode(f"{self.user}:{self.password}".encode()).decode()
        line = connect(parts.hostname or "", parts.port, timeout=TIMEOUT_SECONDS)
        try:
            line.request(
                method,
                f"{parts.path.rstrip('/')}{path}",
                body,
                {"Authorization": f"Basic {login}", **headers},
            )
            return _Answer.of(line.getresponse())
        except (OSError, HTTPException) as error:
            # Without the request that failed, which held the passphrase.
            raise unreachable() from OSError(type(error).__name__)
        finally:
            line.close()


@dataclass(frozen=True)
class _Answer:
    status: int
    document: str
    body: bytes

    @classmethod
    def of(cls, response: HTTPResponse) -> "_Answer":
        number = response.getheader("id_dokumen") or ""
        return cls(response.status, number, response.read(LARGEST_ANSWER))

    @property
    def told(self) -> dict[str, Any]:
        try:
            found = json.loads(self.body)
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    @property
    def reason(self) -> str:
        told = self.told
        found = told.get("error") or told.get("message") or f"HTTP {self.status}"
        return str(found)


def service() -> Bsre | None:
    """The service the settings name; None where signing by it is off."""
    if not settings.BSRE_URL:
        return None
    return Bsre(settings.BSRE_URL, settings.BSRE_USER, settings.BSRE_PASSWORD)


def _form(boundary: str, pdf: bytes, fields: Mapping[str, str]) -> bytes:
    parts = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'
        f"{value}\r\n".encode()
        for name, value in fields.items()
    ]
    head = (
        f'--{boundary}\r\nContent-Disposition: form-data; name="file"; '
        'filename="naskah.pdf"\r\nContent-Type: application/pdf\r\n\r\n'
    )
    return b"".join([*parts, head.encode(), pdf, f"\r\n--{boundary}--\r\n".encode()])


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (ValueError, binascii.Error) as error:
        raise unreachable() from error
