"""What the program refuses, said to a person."""

from desktop_app.domain.words import Words


class Refused(Exception):
    """Something that can't be done, with one sentence for the user: what, where, what to do."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words
