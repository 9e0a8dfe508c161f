# Thin names for tasks.py, which does the work on every system.
PYTHON ?= python3
SERVE ?= 1
ARGS ?=
export SERVE

.PHONY: book test test-flint test-torch test-jax test-octave test-r watch check clean lock
book test test-flint test-torch test-jax test-octave test-r watch check clean lock:
	@$(PYTHON) tasks.py $@ $(ARGS)
