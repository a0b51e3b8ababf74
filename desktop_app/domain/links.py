"""How instruments are linked, said from either end: what succeeds another is succeeded by it from the other's side."""

from collections.abc import Mapping

from desktop_app.domain.choices import choices
from desktop_app.domain.words import Words

# What a kind of link is called from the instrument that it leads to.
_FROM_THE_OTHER_END: Mapping[str, Words] = {
    "succeeds": Words("Suivi de", "Succeeded by"),
    "extension_of": Words("A pour extension", "Has the extension"),
    "mirror_of": Words("A pour miroir", "Has the mirror"),
    "in_cluster": Words("A pour membre", "Has the member"),
    "under": Words("Chapeaute", "Stands above"),
    "amends": Words("Modifié par", "Amended by"),
    "related": Words("Lié à", "Related to"),
}


def link_words(kind: str, *, backwards: bool = False) -> Words:
    """Return how a kind of link is said, from its own end or from the other one."""
    if backwards and kind in _FROM_THE_OTHER_END:
        return _FROM_THE_OTHER_END[kind]
    option = choices("link_kinds").get(kind)
    return option.words if option else Words(kind, kind)
