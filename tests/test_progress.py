import os
import subprocess
import sys

from generator import progress

SCRIPT = """
import sys
from generator.progress import Bar
print(list(Bar(patience=float(sys.argv[1])).follow(range(5), "Reading articles", 5)))
"""


def said(patience: float) -> tuple[str, str]:
    """Give what a short task prints, and what it shows on a terminal."""
    ours, theirs = os.openpty()
    command = [sys.executable, "-c", SCRIPT, str(patience)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=theirs, text=True)
    os.close(theirs)
    shown = b""
    try:
        while more := os.read(ours, 4096):
            shown += more
    except OSError:  # the other end is closed
        pass
    os.close(ours)
    return done.stdout, shown.decode()


def test_a_long_task_shows_how_far_it_is_on_a_terminal():
    printed, shown = said(0)
    assert printed == "[0, 1, 2, 3, 4]\n"
    assert "Reading articles" in shown
    assert "5/5" in shown


def test_a_short_task_shows_nothing():
    assert said(60) == ("[0, 1, 2, 3, 4]\n", "")


def test_where_there_is_no_terminal_nothing_is_shown(capfd):
    assert list(progress.Bar(patience=0).follow(range(3), "Reading articles", 3)) == [0, 1, 2]
    assert capfd.readouterr() == ("", "")
