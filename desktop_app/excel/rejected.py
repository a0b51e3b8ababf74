"""The verdict of the guard and of the reading process, before it is put into words.

The reading process starts in milliseconds because it knows nothing of the domain: it answers with a code and the
figures that belong to it, and the program makes the sentence (`refusals.py`).
"""

Detail = str | int


class Rejected(Exception):
    """A file is not to be read further; `what` is a key of `refusals.SENTENCES`."""

    def __init__(self, what: str, **details: Detail) -> None:
        super().__init__(what, details)
        self.what = what
        self.details = details
