"""The importer's forms, with what can be chosen on them."""

from __future__ import annotations

from portal.accounts.signed_in import somebody
from portal.errors import Conflict
from portal.records import queries
from portal.records.forms import ColumnsForm, SourceForm, UploadForm
from portal.records.models import Import
from portal.records.rules import Unreadable
from portal.web.incoming import takes_up_to

LARGEST_UPLOAD = 50 * 1024 * 1024 + 64 * 1024  # 50 MB, and the rest of the form around it
TOO_LARGE = (
    "This page takes files of up to 50 MB. The command “flask import-records” takes any size."
    " Ask whoever looks after the portal to run it."
)

takes_extracts = takes_up_to(LARGEST_UPLOAD, TOO_LARGE)


def upload_form() -> UploadForm:
    form = UploadForm()
    form.offer(queries.sources_for(somebody().account_id), queries.mappings())
    return form


def source_form() -> SourceForm:
    form = SourceForm()
    form.offer(queries.teams_for(somebody().account_id), queries.source_names())
    return form


def columns_form(found: Import) -> ColumnsForm:
    form = ColumnsForm()
    try:
        names = queries.columns_in(found)
    except Unreadable as unreadable:
        raise Conflict(unreadable.what) from None
    form.offer(names, [mapping.name for mapping in queries.mappings()])
    return form
