"""How far long work is."""

from collections.abc import Callable

# Told what is done, of how many; raises where the work is to stop.
Progress = Callable[[int, int], None]
