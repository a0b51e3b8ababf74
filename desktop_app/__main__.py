"""`python -m desktop_app`: a base or nothing opens the window, a command runs without one."""

import sys
from collections.abc import Sequence

_WINDOW_OPTIONS = {"--demo": 0, "--readonly": 0, "--lang": 1}  # and how many words follow


def opens_window(arguments: Sequence[str]) -> bool:
    """Whether the arguments ask for the window: no command among them, at most the path of a base."""
    rest = list(arguments)
    while rest:
        word = rest.pop(0)
        if word in _WINDOW_OPTIONS:
            del rest[: _WINDOW_OPTIONS[word]]
        elif word.startswith("-") or not _is_path(word):
            return False
    return True


def _is_path(word: str) -> bool:
    return word.endswith(".passerelle") or any(mark in word for mark in "/\\.")


def main() -> int:
    """Open the window or run a command; returns the exit status."""
    arguments = sys.argv[1:]
    if arguments == ["--read-foreign-file"]:  # the installed program starts itself so, having no `-m`
        from desktop_app.excel.child import main as read

        return read()
    if opens_window(arguments):
        from desktop_app.gui.quick_imports import import_quickly

        import_quickly()
        from desktop_app.app import run

        return run(arguments)
    from desktop_app.cli import main as command

    return command(arguments)


if __name__ == "__main__":
    sys.exit(main())
