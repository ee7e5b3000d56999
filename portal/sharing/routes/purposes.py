"""Be counted, be quoted, the study: apart from the teams."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Response, make_response, render_template, request
from flask.typing import ResponseReturnValue

from portal.accounts.guards import care_leavers
from portal.accounts.signed_in import somebody
from portal.consent.queries.boards import board
from portal.sharing import keeping, showing
from portal.sharing.forms import ChoosingForm
from portal.sharing.routes.blueprint import bp
from portal.sharing.routes.board import around, kept
from portal.sharing.texts import PURPOSES


@bp.get("/purposes/")
@care_leavers
def purposes() -> ResponseReturnValue:
    return _page(keeping.choosing_form())


@bp.post("/purposes/")
@care_leavers
def choose_purposes() -> ResponseReturnValue:
    form = keeping.choosing_form()
    return kept(form, lambda status: _page(form, status, request.form))


def _page(
    form: ChoosingForm, status: int = 200, sent: Mapping[str, str] = showing.NOTHING_SENT
) -> Response:
    me = somebody().account_id
    mine = board(me)
    asked = [(text, showing.purpose(mine, which, sent)) for which, text in PURPOSES.items()]
    page = render_template("sharing/purposes.html", asked=asked, form=form, **around(me))
    return make_response(page, status)
