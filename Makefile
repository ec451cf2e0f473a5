# The words of this repository. `make` lists them; LOCALES="es fr", ARTICLES="fever", ENGINE=pseudo narrow a verb.
.DEFAULT_GOAL := help
VENV := .venv
PYTHON := $(VENV)/bin/python
SALERNO := $(VENV)/bin/salerno
READY := $(VENV)/.ready
PORT ?= 8000
locales = $(foreach locale,$(LOCALES),-l $(locale))
engine = $(if $(ENGINE),--engine $(ENGINE))

help: ## list these words
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1	\2/p' $(MAKEFILE_LIST) | expand -t 18

setup: $(READY) ## put everything into .venv; where it may, install gettext, Apertium, pango and fonts too
$(READY): pyproject.toml toolkit/constraints.txt toolkit/setup.sh
	@sh toolkit/setup.sh $(VENV)
	@touch $@

pages: $(READY) ## set up, then do all that leads from articles to pages
	@$(SALERNO) build

extract: $(READY) ## articles → templates
	@$(SALERNO) extract $(ARTICLES)
update: $(READY) ## templates → catalogs
	@$(SALERNO) update $(locales)
draft: $(READY) ## machine drafts for what is missing
	@$(SALERNO) draft $(locales) $(engine)
check: $(READY) ## check every translation
	@$(SALERNO) check $(locales)
status: $(READY) ## count units by state
	@$(SALERNO) status
build: pages ## the same as `make pages`
doctor: $(READY) ## tell what is installed and what is missing
	@$(SALERNO) doctor

handout: $(READY) ## print what is published: ARTICLES="fever" LOCALES=es BILINGUAL=1
	@for locale in $(LOCALES); do $(SALERNO) handout $(ARTICLES) -l $$locale $(if $(BILINGUAL),--bilingual) || exit; done

preview: $(READY) ## look at the pages on http://127.0.0.1:8000/preview/; they follow what you edit
	@$(SALERNO) preview --port $(PORT)
serve: $(READY) ## the review server on http://127.0.0.1:8000/; the first time it prints where you make your account
	@$(SALERNO) serve --port $(PORT)

demo: $(READY) ## from an article to a published page, and a forgery that is caught
	@$(PYTHON) tests/demo.py
queue: $(READY) ## what waits for review
	@$(SALERNO) queue $(locales)
verify: $(READY) ## prove the published pages
	@$(SALERNO) verify

test: lint ## lint, types and tests, on as many cores as there are
	@$(PYTHON) -m pytest -n auto --dist loadfile
lint: $(READY) ## ruff, mypy and bandit
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check --quiet .
	@$(VENV)/bin/mypy
	@$(VENV)/bin/bandit --quiet --recursive --configfile pyproject.toml toolkit/salerno
audit: $(READY) ## look for known holes in what we build on; asks services on the network
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --constraint toolkit/constraints.txt --editable '.[audit]'
	@$(VENV)/bin/pip-audit --strict --disable-pip --no-deps --requirement toolkit/constraints.txt
test-setup: $(READY) ## install what tests look at pages with: Chromium
	@sh toolkit/setup.sh $(VENV) tests
test-wheel: $(READY) ## build the wheel and try it in a clean virtual environment
	@sh tests/wheel.sh $(VENV)
test-all: test test-wheel ## everything, the slow parts too
	@$(PYTHON) -m pytest -m slow --hypothesis-profile=thorough
bench: $(READY) ## what operations cost, and how that grows
	@$(PYTHON) tests/bench.py
	@$(PYTHON) tests/bench_site.py
	@$(PYTHON) tests/bench_web.py
bench-checks: $(READY) ## what checks catch and what they cry wolf on, as Markdown tables
	@$(PYTHON) tests/bench_checks.py

clean: ## remove what can be made again; keys and the server's database stay
	rm -rf output .salerno/cache dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

.PHONY: audit help setup handout pages extract update draft check status build doctor serve preview demo queue verify test test-setup lint test-wheel test-all bench bench-checks clean
