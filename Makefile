# The two commands are `make quiz` and `make test`; both build what they need in .venv first.
# They want Python 3.11 or later (PYTHON=… names another one), make and git, and nothing else.

PYTHON  ?= python3
VENV    := .venv
BIN     := $(VENV)/bin
ARTICLE ?= seeds/canal-du-midi.fr.txt
PICTURED ?= seeds/sophie-germain.fr.txt
OUT     ?= out
FOLDER  ?= seeds
LOG     ?= build/corpus.tsv

.PHONY: help quiz test lint bench pipelines pictures evaluate corpus documents wheel

help:
	@echo "make quiz [ARTICLE=file] [OUT=dir]  an Anki deck and a printed quiz from an article"
	@echo "make test                           every test, with coverage"
	@echo "make lint                           ruff and mypy"
	@echo "make bench                          time and memory against a bare parse, and against genanki"
	@echo "make evaluate [FOLDER=dir]          facts and items against gold, into evaluation/REPORT.md"
	@echo "make corpus CORPUS=dir              quizgen make on every file of a folder, for crashes"
	@echo "make pipelines CORPORA=dir          train the bundled pipelines again"
	@echo "make pictures                       the README's pictures, and every type of card in build/cards"
	@echo "make documents                      the documents' examples and command reference, written anew"
	@echo "make wheel                          build the wheel and try it in an empty environment"

quiz: $(VENV)/.runtime
	$(BIN)/quizgen make "$(ARTICLE)" -o "$(OUT)"

test: $(VENV)/.dev
	$(BIN)/python -m pytest -p tests.loud_skips --cov --cov-report=term:skip-covered

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: $(VENV)/.runtime
	$(BIN)/python benchmarks/run.py
	$(BIN)/python benchmarks/deck.py

evaluate: $(VENV)/.runtime
	$(BIN)/quizgen evaluate "$(FOLDER)" --report evaluation/REPORT.md

corpus: $(VENV)/.runtime
	@test -n "$(CORPUS)" || { echo "error: which folder?"; echo "hint: make corpus CORPUS=path/to/articles"; exit 2; }
	$(BIN)/python tests/corpus/run.py "$(CORPUS)" --log "$(LOG)"

pipelines: $(VENV)/.train
	@test -n "$(CORPORA)" || { echo "error: which corpora?"; echo "hint: make pipelines CORPORA=path/to/corpora (training/README.md)"; exit 2; }
	$(BIN)/python training/build.py "$(CORPORA)"

pictures: $(VENV)/.dev
	rm -rf build/pictures
	$(BIN)/quizgen make "$(PICTURED)" -o build/pictures --quiet
	$(BIN)/python benchmarks/pictures.py build/pictures/*.quiz.toml -o docs/pictures
	$(BIN)/python benchmarks/app_pictures.py seeds/helium.en.txt
	$(BIN)/python benchmarks/cards.py -o build/cards

documents: $(VENV)/.dev
	$(BIN)/python -m pytest tests/test_documents.py --update-golden

wheel: $(VENV)/.dev
	sh tests/try_wheel.sh "$(PYTHON)"

# One stamp per set of dependencies; a changed pyproject.toml installs again.
$(VENV)/.runtime: pyproject.toml | $(VENV)/bin/python
	@echo "Installing into $(VENV): a minute or two, some 400 MB, only this once."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.dev: pyproject.toml | $(VENV)/bin/python
	@echo "Installing into $(VENV): a minute or two, some 400 MB, only this once."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@ $(VENV)/.runtime

$(VENV)/.train: pyproject.toml | $(VENV)/bin/python
	@echo "Installing into $(VENV): a minute or two, some 400 MB, only this once."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[train]'
	@touch $@ $(VENV)/.runtime

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "error: $(PYTHON) is not Python 3.11 or later."; echo "hint: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || \
	  { echo "error: $(PYTHON) cannot make virtual environments."; echo "hint: on Debian and Ubuntu, apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)
