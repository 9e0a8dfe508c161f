"""Names of test cases."""


def plain(value):
    """Write a value in ASCII and in short.

    pytest escapes other characters twice in names that a function makes, and then does not find
    the test by its name: mutmut would count that failure as a mutant killed.
    """
    return repr(value)[:60].encode("ascii", "replace").decode().replace("\\", "/")
