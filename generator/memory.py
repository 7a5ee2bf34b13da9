"""Tell a lack of memory from a mistake in the program, whichever way it shows itself."""

import errno

_OUT = "Out of memory: each file is whole, old or new. Give the program more, and run it again."
_ENDED = (
    "A process that read articles was ended from outside, as happens where memory runs out: each file is whole, old"
    " or new. Give the program more, and run it again."
)
_SIGNS = {
    "can't start new thread": _OUT,
    "failed to map segment": _OUT,
    "Cannot allocate memory": _OUT,
    "terminated abruptly": _ENDED,  # of a pool of processes
}


def said(error: BaseException | None) -> str:
    """Give the line that says so where *error*, or what brought it about, is a lack of memory; else nothing."""
    while error is not None:
        if isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno == errno.ENOMEM):
            return _OUT
        if isinstance(error, RuntimeError | ImportError):
            for sign, line in _SIGNS.items():
                if sign in str(error):
                    return line
        error = error.__cause__ or error.__context__
    return ""
