from __future__ import annotations

import pytest

from portal.contrast import contrast, darker, is_colour


def test_black_on_white_is_as_far_as_it_goes() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_the_order_of_two_colours_does_not_matter() -> None:
    assert contrast("#5b2a86", "#fbf6ef") == contrast("#fbf6ef", "#5b2a86")


def test_a_grey_that_is_known_to_just_pass_and_one_that_just_fails() -> None:
    assert contrast("#767676", "#ffffff") > 4.5
    assert contrast("#777777", "#ffffff") < 4.5


def test_only_six_digits_are_a_colour() -> None:
    assert is_colour("#5B2a86")
    assert not any(is_colour(text) for text in ("#fff", "5b2a86", "red", "#5b2a86;", "#5b2a8g"))


def test_darker_is_darker() -> None:
    assert contrast(darker("#5b2a86"), "#ffffff") > contrast("#5b2a86", "#ffffff")
