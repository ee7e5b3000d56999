"""What every answer tells the browser to keep to, and which requests are not taken at all."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Flask, Response, current_app, g, request
from werkzeug.middleware.proxy_fix import ProxyFix

from portal.config import Settings
from portal.errors import NotAllowed
from portal.web import assets

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "manifest-src 'self'; worker-src 'self'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
TWO_YEARS = "max-age=63072000; includeSubDomains"
READING = ("GET", "HEAD", "OPTIONS")
OURS = (None, "same-origin", "none")


def init_app(app: Flask, settings: Settings) -> None:
    app.secret_key = settings.secret_key
    app.config.update(
        # Says nothing of what it is; the prefix keeps other hosts of the council from setting it.
        SESSION_COOKIE_NAME="__Host-visit" if settings.is_https else "visit",
        SESSION_COOKIE_SECURE=settings.is_https,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        WTF_CSRF_FIELD_NAME="form_token",
        WTF_CSRF_TIME_LIMIT=12 * 60 * 60,
        WTF_I18N_ENABLED=False,
    )
    if settings.proxies:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=settings.proxies, x_proto=settings.proxies
        )
    app.extensions["own_origin"] = settings.public_address
    app.before_request(_refuse_other_sites)
    app.after_request(_check_that_a_token_was_asked_for)
    app.after_request(_send_headers)
    if settings.is_https:
        app.after_request(_stay_with_https)


def _refuse_other_sites() -> None:
    """A backstop behind the form's token."""
    if request.method in READING:
        return
    if request.headers.get("Sec-Fetch-Site") not in OURS:
        raise NotAllowed
    # Without a referrer older browsers say "null" of our own pages too.
    origin = request.headers.get("Origin", "null")
    own = (request.host, urlsplit(current_app.extensions["own_origin"]).netloc)
    if origin != "null" and urlsplit(origin).netloc not in own:
        raise NotAllowed


def _check_that_a_token_was_asked_for(response: Response) -> Response:
    view = current_app.view_functions.get(request.endpoint or "")
    excused = request.method in READING or getattr(view, "needs_no_token", False)
    excused = excused or "token_checked" in g or "turned_away" in g
    if response.status_code < 400 and not excused:
        raise RuntimeError(f"{request.endpoint} did something without asking for a token.")
    return response


def _send_headers(response: Response) -> Response:
    response.headers.extend(HEADERS)
    response.vary.add("HX-Request")
    if assets.may_be_kept(response):
        response.headers["Cache-Control"] = assets.FOR_A_YEAR
    elif response.headers.get("Cache-Control") != assets.FOR_A_YEAR:
        response.headers["Cache-Control"] = "no-store"
    return response


def _stay_with_https(response: Response) -> Response:
    response.headers["Strict-Transport-Security"] = TWO_YEARS
    return response
