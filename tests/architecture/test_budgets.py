from __future__ import annotations

import ast
from statistics import median

from tests.architecture.sources import Function, files, functions, length, lines, named

PORTAL = files("portal", "*.py")
TESTS = files("tests", "*.py")
TEMPLATES = files("templates", "*.html")
VERBS = ("get", "post", "route", "put", "patch", "delete")


def is_route(function: Function) -> bool:
    called = [each.func for each in function.decorator_list if isinstance(each, ast.Call)]
    return any(isinstance(each, ast.Attribute) and each.attr in VERBS for each in called)


def test_no_file_of_the_portal_is_longer_than_250_lines_and_few_than_150() -> None:
    long = {named(path): lines(path) for path in PORTAL if lines(path) > 150}

    assert all(count <= 250 for count in long.values()), long
    assert len(long) <= len(PORTAL) // 10, long


def test_no_test_file_is_longer_than_150_lines() -> None:
    assert {named(path): lines(path) for path in TESTS if lines(path) > 150} == {}


def test_no_function_is_longer_than_30_lines_and_half_have_five_or_fewer() -> None:
    lengths = {
        f"{named(path)}:{function.name}": length(function)
        for path in PORTAL
        for function in functions(path)
    }

    assert {name: count for name, count in lengths.items() if count > 30} == {}
    assert median(lengths.values()) <= 6


def test_no_route_is_longer_than_12_lines() -> None:
    routes = {
        f"{named(path)}:{function.name}": length(function)
        for path in PORTAL
        for function in functions(path)
        if is_route(function)
    }

    assert routes
    assert {name: count for name, count in routes.items() if count > 12} == {}


def test_no_template_is_longer_than_80_lines_and_half_have_25_or_fewer() -> None:
    assert {named(path): lines(path) for path in TEMPLATES if lines(path) > 80} == {}
    assert median(map(lines, TEMPLATES)) <= 25


def test_nothing_is_imported_inside_a_function() -> None:
    inside = [
        f"{named(path)}:{node.lineno}"
        for path in PORTAL
        for function in functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]

    assert inside == []
