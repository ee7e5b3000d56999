"""What was chosen, day by day, and the receipt of each time."""

from __future__ import annotations

from uuid import UUID

from flask import Response, render_template, request
from flask.typing import ResponseReturnValue

from portal.accounts.guards import care_leavers
from portal.accounts.signed_in import somebody
from portal.consent import proving_receipts
from portal.sharing import in_words, past
from portal.sharing.kept import kept_with
from portal.sharing.routes.blueprint import bp


@bp.get("/history/")
@care_leavers
def history() -> ResponseReturnValue:
    skip = min(max(0, request.args.get("skip", 0, type=int)), 1_000_000)
    found = past.choices(somebody().account_id, skip)
    return render_template(
        "sharing/history.html",
        days=past.by_day(found[: past.A_PAGE]),
        older=skip + past.A_PAGE if len(found) > past.A_PAGE else None,
        newer=max(0, skip - past.A_PAGE) if skip else None,
    )


@bp.get("/receipts/<uuid:receipt_id>/")
@care_leavers
def receipt(receipt_id: UUID) -> ResponseReturnValue:
    kept = kept_with(receipt_id)
    return render_template("sharing/receipt.html", kept=kept, says=in_words.read(kept.receipt))


@bp.get("/receipts/<uuid:receipt_id>.txt")
@care_leavers
def receipt_as_text(receipt_id: UUID) -> ResponseReturnValue:
    kept = kept_with(receipt_id)
    return _download(proving_receipts.as_text(kept.receipt), receipt_id, "txt", "text/plain")


@bp.get("/receipts/<uuid:receipt_id>.json")
@care_leavers
def receipt_as_json(receipt_id: UUID) -> ResponseReturnValue:
    kept = kept_with(receipt_id)
    return _download(proving_receipts.as_json(kept.receipt), receipt_id, "json", "application/json")


def _download(text: str, receipt_id: UUID, kind: str, mimetype: str) -> Response:
    """By a name that says nothing of care, for a phone that others may look at."""
    name = f"receipt-{receipt_id.hex[:8]}.{kind}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(text, mimetype=mimetype, headers=headers)
