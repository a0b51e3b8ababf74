"""How steps are called in the history and beside Undo: “Budget of MEKONG-WATER”, “Add Mahidol University”."""

from collections.abc import Callable, Sequence

from desktop_app.domain.text import mid_sentence
from desktop_app.domain.words import Words

Name = Callable[[str], str]  # language → the record's name
NAMED = 2  # more fields than that are counted


def adding(name: Name) -> Words:
    """Return how a step is called that adds a record."""
    return Words(f"Ajouter {name('fr')}", f"Add {name('en')}")


def deleting(name: Name) -> Words:
    """Return how a step is called that deletes a record."""
    return Words(f"Supprimer {name('fr')}", f"Delete {name('en')}")


def changing(name: Name, what: Sequence[Words]) -> Words:
    """Return how a step is called that changes some fields or parts of a record."""
    if len(what) > NAMED:
        return Words(f"{name('fr')} : {len(what)} modifications", f"{name('en')}: {len(what)} changes")
    fr = " et ".join([what[0].fr, *(mid_sentence(words.fr) for words in what[1:])]) if what else "Fiche"
    en = " and ".join([what[0].en, *(mid_sentence(words.en) for words in what[1:])]) if what else "Entry"
    return Words(f"{fr} {_of(name('fr'))}", f"{en} of {name('en')}")


def _of(name: str) -> str:
    vowel = name[:1].lower() in "aeiouyàâéèêëîïôöûüœæ" and not name[:1].isdigit()
    return f"d’{name}" if vowel else f"de {name}"
