"""The tasks of ``tasks.py`` by subject; they run before anything is installed.

So these modules import the standard library and each other, nothing else (a test).
"""
