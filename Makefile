# make report    set data/binzhou-2024 as a PDF with page images
# make test      lint, types, import contracts, all tests
# make bench     measure, and write docs/benchmarks.md
# make pictures  draw the pictures of the pages in docs/images
# make specimen  set the type specimen of THEME (newspaper) in out/specimen, with page images
# make words     collect the sentences to translate, compile the translations, write docs/errors.md
# make clean     remove what the others made
#
# Works with GNU make 3.81 (macOS) and later. Needs Python 3.11 or later, nothing else.

SHELL := /bin/sh
VENV := .venv
PYTHON := $(VENV)/bin/python

REPORT := data/binzhou-2024/report.yaml
OUT := out/binzhou-2024

# An environment that was copied, moved, or whose Python is gone is made again.
HERE := import os, reportpdf, sys; sys.exit(not os.path.samefile(os.path.dirname(reportpdf.__file__), "src/reportpdf"))
ifneq ($(wildcard $(VENV)),)
ifneq ($(shell $(PYTHON) -c '$(HERE)' 2>/dev/null && echo well),well)
$(shell rm -rf $(VENV))
endif
endif

.PHONY: report test bench pictures specimen words clean

# As pip leaves a package: modules compiled, so that no run compiles them again. Quick when nothing changed.
COMPILE := $(PYTHON) -m compileall -q src

report: $(VENV)/installed
	@$(COMPILE)
	@$(PYTHON) -m reportpdf render $(REPORT) -o $(OUT)/report.pdf --pages-dir $(OUT)/pages

test: $(VENV)/installed-dev
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	$(VENV)/bin/lint-imports
	$(PYTHON) -m pytest -q

bench: $(VENV)/installed-bench
	@$(COMPILE)
	@$(PYTHON) -m bench

pictures: report
	@$(PYTHON) -m reportpdf render $(REPORT) --theme gallery -o $(OUT)/gallery.pdf
	@$(PYTHON) -m reportpdf render $(REPORT) --format broadsheet -o $(OUT)/broadsheet.pdf
	@$(PYTHON) -m assets.make_pictures page=$(OUT)/report.pdf gallery=$(OUT)/gallery.pdf:1,3,4 \
	  broadsheet=$(OUT)/broadsheet.pdf

THEME := newspaper

specimen: $(VENV)/installed
	@$(PYTHON) -m reportpdf specimen --theme $(THEME) -o out/specimen/$(notdir $(basename $(THEME))).pdf \
	  --pages-dir out/specimen/$(notdir $(basename $(THEME)))

words: $(VENV)/installed-dev
	$(PYTHON) -m tests.cli.words
	$(PYTHON) -m tests.cli.errors_page

clean:
	rm -rf $(VENV) out dist build .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

$(VENV)/installed: pyproject.toml
	@$(call install,.)
	@$(COMPILE)
	@touch $@

$(VENV)/installed-dev: pyproject.toml
	@$(call install,.[dev])
	@$(COMPILE)
	@touch $(VENV)/installed $@

$(VENV)/installed-bench: pyproject.toml
	@$(call install,.[bench])
	@$(COMPILE)
	@touch $(VENV)/installed $@

# $(call install,WHAT): the environment with WHAT in it, or a plain word about what is in the way.
define install
set -e; \
if [ ! -x $(PYTHON) ]; then \
  for name in python3.14 python3.13 python3.12 python3.11 python3 python; do \
    if "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found="$$name"; break; fi; \
  done; \
  if [ -z "$${found:-}" ]; then \
    echo "reportpdf needs Python 3.11 or later, and there is none on the PATH." >&2; \
    echo "Debian, Ubuntu: sudo apt install python3 python3-venv    macOS: brew install python    or: python.org/downloads" >&2; \
    exit 1; \
  fi; \
  version=$$("$$found" -c 'import sys; print("%d.%d" % sys.version_info[:2])'); \
  if ! "$$found" -c 'import ensurepip, venv' 2>/dev/null; then \
    echo "Python $$version is here, but without the part that makes environments." >&2; \
    echo "Debian, Ubuntu: sudo apt install python$$version-venv    then type make again." >&2; \
    exit 1; \
  fi; \
  echo "Making $(VENV) with Python $$version (once; a minute or two)"; \
  rm -rf $(VENV); "$$found" -m venv $(VENV); \
fi; \
if ! $(PYTHON) -m pip install --quiet --disable-pip-version-check --editable '$(1)'; then \
  echo "pip could not install what reportpdf needs; its own words stand above." >&2; \
  echo "Is the network there? Behind a proxy set HTTPS_PROXY; for a mirror set PIP_INDEX_URL. Then type make again." >&2; \
  exit 1; \
fi
endef
