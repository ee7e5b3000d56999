"""A manager answers what a care leaver asked about a look."""

from __future__ import annotations

from uuid import UUID

from flask import flash, render_template, url_for
from flask.typing import ResponseReturnValue

from portal.accounts.signed_in import somebody
from portal.consent.questions import actions, queries
from portal.emergency.forms import AnswerForm
from portal.emergency.queries import asked
from portal.emergency.routes.blueprint import bp, managers
from portal.web.fragments import see_other


@bp.get("/questions/<uuid:question_id>")
@managers
def question(question_id: UUID) -> ResponseReturnValue:
    return _page(question_id, AnswerForm(formdata=None))


@bp.post("/questions/<uuid:question_id>")
@managers
def answer(question_id: UUID) -> ResponseReturnValue:
    found, form = queries.the_question(question_id, to_change=True), AnswerForm()
    if not form.validate_on_submit():
        return _page(question_id, form), 422
    actions.answer(found, form.answer.data or "", by=somebody().account_id)
    flash("Sent. They are told that there is an answer.")
    return see_other(url_for("emergency.listing"))


def _page(question_id: UUID, form: AnswerForm) -> str:
    shown = asked.one(somebody().account_id, question_id)
    times = asked.looked_at(shown.asked)
    return render_template("emergency/question.html", shown=shown, times=times, form=form)
