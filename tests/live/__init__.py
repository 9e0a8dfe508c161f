"""The live layer's modules, tested without a browser."""
