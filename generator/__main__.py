"""Start a command: from the first import on, an interrupt or a lack of memory is one line, and no traceback."""

import os
import signal
import sys
import threading
from collections.abc import Callable
from types import FrameType

from generator import memory, utf8

_INTERRUPTED = "Interrupted: each file is whole, old or new. The next build goes on from here."
_EXIT = 130  # as of a program that an interrupt ended


class Interrupted(BaseException):
    """The person, or the system, asked the command to end; no library takes it for its own."""


def main() -> None:
    """Run the command that the arguments name."""
    _on_interrupt(_leave)
    threading.excepthook = _in_a_thread
    try:
        utf8.ensure()
        from generator import cli  # noqa: PLC0415 - what takes its time to import, or too much memory

        _on_interrupt(_interrupt)
        cli.main()
    except Interrupted:
        _on_interrupt(signal.SIG_DFL)  # whoever asks twice has it at once
        _end(_INTERRUPTED, _EXIT)
    except Exception as error:
        line = memory.said(error)
        if not line:
            raise
        _end(line, 1)


def _on_interrupt(handler: Callable[[int, FrameType | None], None] | signal.Handlers) -> None:
    """Have *handler* called by Ctrl-C and by a request to end, but where whoever started us wants them ignored."""
    for number in (signal.SIGINT, signal.SIGTERM):
        if signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, handler)


def _leave(_number: int, _frame: FrameType | None) -> None:
    """End at once: nothing was begun, and what is raised in the middle of an import may be lost there."""
    os.write(2, f"{_INTERRUPTED}\n".encode())
    os._exit(_EXIT)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    """End once everything is cleared away."""
    raise Interrupted


def _in_a_thread(raised: threading.ExceptHookArgs) -> None:
    """End the program where a thread of a library lacks memory: others would wait for it without end."""
    line = memory.said(raised.exc_value)
    if not line:
        threading.__excepthook__(raised)
        return
    from multiprocessing import active_children  # noqa: PLC0415 - late, as above

    for process in active_children():
        process.kill()
    os.write(2, f"{line}\n".encode())
    os._exit(1)


def _end(line: str, code: int) -> None:
    os.write(2, f"{line}\n".encode())
    sys.exit(code)


if __name__ == "__main__":
    main()
