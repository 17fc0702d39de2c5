# make without a word lists what there is
.DEFAULT_GOAL := help
.PHONY: help setup run quick check types made test docs bench locks messages openapi

dev := ./run dev

help: ## this list
	@grep -hE '^[a-z]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

setup: ## the development environment, and the hook that runs make quick before a commit
	$(dev)
	git config core.hooksPath .githooks

run: ## Sinergi with the example at http://127.0.0.1:8000
	./run

quick: ## style, templates and arrows, in less than five seconds
	$(dev) ruff check
	$(dev) ruff format --check
	$(dev) djhtml --check --tabwidth 2 src
	$(dev) lint-imports --no-logo

check: quick docs types made ## every check that is not a test

types:
	$(dev) mypy

made: # what is made from something else is up to date
	DJANGO_SETTINGS_MODULE=sinergi.site.settings \
		$(dev) python -m django makemigrations --check --dry-run
	$(dev) python .ci/messages.py --check
	@! grep -nE '://' locks/* || { echo "A lock names an address."; exit 1; }

test: ## every test
	./run test

docs: ## every link of the documentation leads somewhere
	$(dev) python .ci/links.py

bench: ## how long ./run takes to answer; what 300 viewers of the projector cost
	$(dev) python benchmarks/start.py
	$(dev) python benchmarks/projector.py

# An existing lock keeps its versions; UPGRADE=--upgrade takes the newest.
compile := uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-annotate --no-header --no-emit-index-url $(UPGRADE)

locks: ## the locks again, from locks/*.in
	cd locks && for name in uv runtime; do \
		../run dev $(compile) $$name.in -o $$name.txt; done
	cd locks && ../run dev $(compile) -c runtime.txt -c uv.txt dev.in -o dev.txt

messages: ## words to translate, gathered into locale/id and compiled
	$(dev) python .ci/messages.py

openapi: ## docs/reference/openapi.json again, from the routers
	$(dev) python -m sinergi api describe > docs/reference/openapi.json
