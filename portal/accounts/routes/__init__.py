"""The pages of accounts, and what else the app must know of them."""

from __future__ import annotations

from flask import Flask

from portal.accounts import background, commands
from portal.accounts.queries import tellings
from portal.accounts.routes import (
    admin,
    admin_staff,
    admin_topics,
    admin_whereabouts,
    coming_in,
    invited,
    inviting,
    joining,
    managing,
    moving,
    my_account,
    own_phones,
    own_settings,
    relating,
)
from portal.accounts.routes.blueprint import bp
from portal.config import Settings
from portal.web import places
from portal.web.leaving import on_leaving

PAGES = (
    admin_staff,
    admin_topics,
    admin_whereabouts,
    coming_in,
    invited,
    inviting,
    joining,
    moving,
    my_account,
    own_phones,
    own_settings,
    relating,
)
BY_ITSELF = (background,)


def init_app(app: Flask, settings: Settings) -> None:
    app.register_blueprint(bp)
    app.register_blueprint(managing.bp)
    app.register_blueprint(admin.bp)
    app.cli.add_command(commands.invite_administrator)
    app.jinja_env.globals["how_many_told"] = tellings.how_many_new
    app.jinja_env.globals["who_came_in_again"] = tellings.who_came_in_again
    places.register(app, "care_leaver", name="Settings", endpoint="accounts.settings", position=90)
    places.register(
        app,
        "staff",
        name="My team",
        endpoint="team.index",
        position=60,
        count=managing.how_many_wait,
        only_if=managing.is_manager,
    )
    places.register(
        app,
        "staff",
        name="Accounts",
        endpoint="admin.index",
        position=95,
        also=("locks", "terms"),
        only_if=admin.is_administrator,
    )
    on_leaving(app, coming_in.leave_quickly)
