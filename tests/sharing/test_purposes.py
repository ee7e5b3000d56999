from __future__ import annotations

from portal.consent.models import Purpose
from portal.sharing.cells import name_of
from tests.cast import Town
from tests.conftest import SignedInAs
from tests.sharing.boards import id_in, words_of

HERE = "/sharing/purposes/"


def test_each_purpose_says_what_a_no_changes(signed_in: SignedInAs, town: Town) -> None:
    page = words_of(signed_in(town.amina).page(HERE))

    for name in ("Be counted", "Be quoted", "The study"):
        assert name in page
    assert page.count("If you say no: Nothing else changes.") == 3


def test_nothing_is_chosen_for_amina(signed_in: SignedInAs, town: Town) -> None:
    page = signed_in(town.amina).page(HERE)

    assert page.select("input[name^=cell-][checked]") == []
    assert words_of(page).count("You have not chosen.") == 3


def test_a_no_to_being_counted_is_kept_with_the_words_about_purposes(
    signed_in: SignedInAs, town: Town
) -> None:
    phone, counting = signed_in(town.amina), name_of(Purpose.COUNTING)
    no = phone.page(HERE).select_one(f'[name="{counting}"][value^="not_now."]')
    assert no is not None
    saved = phone.fill_in(HERE, HERE, **{counting: str(no["value"])})  # type: ignore[arg-type]

    assert "Be counted" in words_of(phone.page(saved.location))
    receipt = words_of(phone.page(f"/sharing/receipts/{id_in(saved.location)}/"))
    assert "Nobody can tell which is yours." in receipt
    assert phone.page(HERE).select_one(f'[name="{counting}"][checked][value^="not_now."]')
