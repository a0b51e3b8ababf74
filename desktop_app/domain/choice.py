"""The options that an office adds to the lists of choices: purposes of missions, kinds of partners, funders…"""

from desktop_app.domain.choices import find_choice
from desktop_app.domain.entity import Entity, Field, Problem, Section, first_value, rule
from desktop_app.domain.text import fold
from desktop_app.domain.types import Choice, Several, Text
from desktop_app.domain.words import Words

CHOICE = Entity(
    "choice", "CH", "Choix des listes", "Choices of lists", Words("choix", "choice"), (
        Section("Choix", "Choice", (
            Field("of_list", Choice("choice_lists"), "Liste", "List", required=True, listed=True),
            Field("name_fr", Text(), "Nom français", "French name", required=True, listed=True),
            Field("name_en", Text(), "Nom anglais", "English name", required=True, listed=True),
            Field("aliases", Several(Text()), "Autres façons de l’écrire", "Other ways to write it", listed=True),
            Field("code", Text(), "Code", "Code"),
        )),
    ),
    title=(("name_fr",), ("name_en",)), subtitle=("of_list",), identity=("of_list", "code"),
)  # fmt: skip


@first_value(CHOICE, "code")
def code_of_the_name(name_en: str | None, name_fr: str | None) -> str | None:
    """Return what records keep: it stays when the option is renamed."""
    return fold(name_en or name_fr or "").replace(" ", "_") or None


@rule(CHOICE)
def choice_is_not_there_yet(
    of_list: str | None, name_fr: str | None, name_en: str | None, code: str | None
) -> Problem | None:
    """Say which option of the list means the same already."""
    for name in (name_fr, name_en):
        found = find_choice(of_list, name) if of_list and name else None
        if found and found != (code or code_of_the_name(name_en, name_fr)):
            return Problem(
                Words(
                    f"« {name} » est déjà compris dans cette liste.", f"“{name}” is understood by this list already."
                ),
                ("name_fr", "name_en"),
            )
    return None
