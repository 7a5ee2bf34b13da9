"""Print measurements as one aligned table, a row as soon as it is known."""

from parts.process import Cost

LARGE = 100  # from here on no digits behind the point


def heading(section: str) -> None:
    """Print the heading of a section."""
    print(f"\n{section:<56} {'figure':>10} {'unit':<9} {'peak MB':>8}  beside", flush=True)


def row(label: str, figure: float, unit: str, beside: str = "", *, memory: float | None = None) -> None:
    """Print a measurement, with what it is to be compared with beside it."""
    fraction = figure < LARGE and figure != int(figure)
    number = f"{figure:,.2f}" if fraction else f"{figure:,.0f}"
    peak = "" if memory is None else f"{memory:,.0f}"
    print(f"  {label:<54} {number:>10} {unit:<9} {peak:>8}  {beside}".rstrip(), flush=True)


def cost(label: str, taken: Cost, beside: str = "") -> None:
    """Print what a command took."""
    row(label, taken.seconds, "CPU s", beside if taken.finished else "STOPPED", memory=taken.memory)


def skipped(label: str, reason: str) -> None:
    """Say loudly that something was not measured."""
    print(f"  {label:<54} SKIPPED: {reason}", flush=True)
