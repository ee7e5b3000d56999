"""A phone that talks to the real server."""

from __future__ import annotations

import gzip
import http.client
import re
from urllib.parse import urlencode

import brotli

from tests.serving import PATIENCE


class Caller:
    """One phone on one connection."""

    def __init__(self, port: int, cookie: str = "", patience: int = PATIENCE) -> None:
        self.line = http.client.HTTPConnection("127.0.0.1", port, timeout=patience)
        self.cookie, self.token = cookie, ""

    def ask(self, method: str, address: str, **typed: str) -> tuple[int, bytes]:
        headers = {"Cookie": self.cookie, "Accept-Encoding": "identity"}
        if typed:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.line.request(method, address, urlencode(typed) or None, headers)
        with self.line.getresponse() as answer:
            body = answer.read()
        self._keep_cookies(answer)
        return answer.status, body

    def hang_up(self) -> None:
        self.line.close()

    def weigh(self, address: str) -> tuple[int, bytes]:
        """Bytes of the answer as a browser gets it, head and body, and what they say."""
        asked = {"Cookie": self.cookie, "Accept-Encoding": "gzip, br"}
        self.line.request("GET", address, headers=asked)
        answer = self.line.getresponse()
        body, head = answer.read(), len(bytes(answer.msg)) + len("HTTP/1.1 200 OK\r\n")
        if answer.status != 200:
            raise RuntimeError(f"{address} answered {answer.status}.")
        how = answer.headers.get("Content-Encoding", "")
        plain = {"gzip": gzip.decompress, "br": brotli.decompress}.get(how, bytes)(body)
        return head + len(body), plain

    def open_form(self, address: str) -> None:
        _, body = self.ask("GET", address)
        found = re.search(rb'name="form_token"[^>]*value="([^"]+)"', body)
        assert found, body[:500]
        self.token = found.group(1).decode()

    def _keep_cookies(self, answer: http.client.HTTPResponse) -> None:
        kept = dict(each.split("=", 1) for each in self.cookie.split("; ") if each)
        for header in answer.msg.get_all("Set-Cookie") or []:
            name, value = header.split(";")[0].split("=", 1)
            kept[name] = value
        self.cookie = "; ".join(f"{name}={value}" for name, value in kept.items())
