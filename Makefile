# Every command by name. Each sets up what it needs: Python 3.11 or newer, git and make are enough.
.PHONY: site serve test coverage check gates bench pins clean

PYTHON ?= python3
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1
export BENCH_ARTICLES ?= 100

site: .venv/.site ## build site/ from seeds/
	$(BIN)/mkdocs build --strict

serve: .venv/.site ## show the site and follow what is saved
	$(BIN)/mkdocs serve

test: .venv/.test ## pass all the tests
	$(BIN)/python -m pytest -n 2

coverage: .venv/.test ## pass all the tests, and show what of the generator they never reach
	$(BIN)/python -m pytest -n 2 --cov

check: gates test ## every gate, and the tests

gates: .venv/.test ## format, lint, types, layers, the content, the build
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/backmatter check
	$(BIN)/mkdocs build --strict

bench: .venv/.test ## print the measurements; BENCH_ARTICLES=1000 for a large site
	for bench in bench/*.py; do $(BIN)/python $$bench || exit 1; done

pins: .venv/pins ## renew the pinned requirements
	.venv/pins/bin/pip-compile $(PINS) --all-build-deps --output-file requirements.txt pyproject.toml
	.venv/pins/bin/pip-compile $(PINS) --output-file requirements-dev.txt requirements-dev.in

PINS := --upgrade --quiet --generate-hashes --allow-unsafe --strip-extras --no-annotate --no-header \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links

clean: ## remove what the commands above made
	rm -rf .venv site build dist

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Backmatter needs Python 3.11 or newer: make PYTHON=python3.11 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv .venv

# The pins are the whole closure, so pip resolves nothing: what appears in a registry tomorrow cannot change today's set.
PINNED := --quiet --disable-pip-version-check --no-deps --require-hashes

.venv/.site: .venv/bin/python requirements.txt pyproject.toml
	$(BIN)/python -m pip install $(PINNED) -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

.venv/.test: .venv/.site requirements-dev.txt
	$(BIN)/python -m pip install $(PINNED) -r requirements-dev.txt
	$(BIN)/python -m pip check
	touch $@

.venv/pins: .venv/bin/python
	$(PYTHON) -m venv $@
	$@/bin/python -m pip install --quiet --disable-pip-version-check pip-tools
