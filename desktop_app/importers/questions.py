"""What a sheet asks once: which record a name means, with those that it may be."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop_app.domain.plan import Item
from desktop_app.domain.words import Words


@dataclass(frozen=True, slots=True)
class Question:
    """A name that is not ours for sure: under which key the answer is kept, which records it may be, in how many cells."""

    key: str
    entity: str
    text: str
    candidates: tuple[str, ...]
    words: Words
    count: int = 1


def counted(questions: Iterable[Question], items: Iterable[Item]) -> list[Question]:
    """Return questions with the number of cells that wait for each, those first for which most do."""
    texts = Counter(item.text for item in items if item.kind == "unreadable")
    found = [
        replace(one, count=sum(count for text, count in texts.items() if one.text in text) or one.count)
        for one in questions
    ]
    return sorted(found, key=lambda question: -question.count)
