"""Imports at the start, without what they need not do; nothing is imported before it but Qt's core."""

import builtins
import gc


def import_quickly() -> None:
    """Spare the start what imports need not do: a third of the time to the first rows.

    What is imported stays for good, so there is no garbage to look for until the window stands (the window collects
    again). And PySide hooks every import to read the module's source for its optional features, which nobody uses here.
    """
    gc.disable()
    import PySide6.QtCore  # noqa: F401  (sets the hook)

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
