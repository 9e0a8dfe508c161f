"""Our printer is SymPy's, method for method."""

import inspect

from sympy.printing.pretty.pretty import PrettyPrinter

from linalg_book.writing.leaves import _Printer


def test_every_method_takes_what_sympy_passes():
    own = [name for name in vars(_Printer) if name.startswith("_print_")]
    assert len(own) >= 5
    for name in own:
        theirs, ours = (
            list(inspect.signature(getattr(kind, name)).parameters.values())
            for kind in (PrettyPrinter, _Printer)
        )
        assert len(ours) >= len(theirs), name
        more = list(zip(ours, theirs, strict=False))[2:]  # after self and the expression
        assert [(p.name, p.default) for p, _ in more] == [(p.name, p.default) for _, p in more]
