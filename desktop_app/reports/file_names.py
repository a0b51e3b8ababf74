"""Names of the files that are handed to people."""

import re

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


def file_name(title: str, taken: set[str]) -> str:
    """Return a title as a name that every system takes, without ending, none twice."""
    bare = " ".join(_FORBIDDEN.sub(" ", title).split())[:120].rstrip(" .") or "-"
    name, number = bare, 2
    while name.casefold() in taken:
        name, number = f"{bare} ({number})", number + 1
    taken.add(name.casefold())
    return name
