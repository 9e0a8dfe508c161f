# Thin names for tasks.py, which does the work on every system.
PYTHON ?= python3
SERVE ?= 1
NAME ?=
ARGS ?=
export SERVE

.PHONY: book test test-flint test-torch test-jax test-sklearn test-octave test-r chapter accept watch check audit-full pdf takeaway release clean lock
book test test-flint test-torch test-jax test-sklearn test-octave test-r accept watch check audit-full pdf takeaway release clean lock:
	@$(PYTHON) tasks.py $@ $(ARGS)

chapter:
	@$(PYTHON) tasks.py $@ $(NAME) $(ARGS)
