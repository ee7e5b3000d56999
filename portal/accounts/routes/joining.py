"""The first coming in of a member of staff."""

from __future__ import annotations

from flask import Response, make_response, render_template
from flask.typing import ResponseReturnValue

from portal import config
from portal.accounts.actions import codes, joining
from portal.accounts.actions.invitations import LinkIsOver
from portal.accounts.actions.joining import Joining
from portal.accounts.forms.staff import Join
from portal.accounts.routes import browser
from portal.accounts.routes.blueprint import bp
from portal.accounts.routes.links import as_qr
from portal.web.audience import everyone, needs_no_session
from portal.web.fragments import see_other

WRONG_CODE = "This is not the code that your authenticator shows now."


@bp.get("/joining/<token>")
@everyone
@needs_no_session
def join(token: str) -> ResponseReturnValue:
    try:
        return _page(token, Join(formdata=None), joining.held(token), 200)
    except LinkIsOver:
        return _over()


@bp.post("/joining/<token>")
@everyone
@needs_no_session
def joined(token: str) -> ResponseReturnValue:
    form = Join()
    try:
        link = joining.held(token, form.sealed.data or "")
        if not _is_whole(form, link):
            return _page(token, form, link, 422)
        return _let_in(token, form, link)
    except LinkIsOver:
        return _over()


def _is_whole(form: Join, link: Joining) -> bool:
    form.email_of_theirs = link.email
    if not form.validate_on_submit():
        return False
    if config.current().staff_code and not joining.is_code_of(link, form.code.data or ""):
        form.code.errors = [WRONG_CODE]
        return False
    return True


def _let_in(token: str, form: Join, link: Joining) -> Response:
    passphrase, code = form.new_passphrase.data, form.code.data or ""
    came = joining.join(token, link, passphrase, code, browser.kind())
    browser.begin(came.secret)
    if not came.codes:
        return see_other("/")
    return make_response(render_template("accounts/recovery_codes.html", codes=came.codes))


def _page(token: str, form: Join, link: Joining, status: int) -> Response:
    form.sealed.data = link.sealed
    page = render_template(
        "accounts/join.html",
        form=form,
        token=token,
        email=link.email,
        secret=link.secret,
        qr=as_qr(codes.address_for(link.secret, link.email)),
        asks_code=config.current().staff_code,
    )
    return make_response(page, status)


def _over() -> Response:
    return make_response(render_template("accounts/link_over.html"), 404)
