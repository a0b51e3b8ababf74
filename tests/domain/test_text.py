"""Text is compared without accents and case, and found in every script."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop_app.domain.text import fold, plain


@pytest.mark.parametrize(
    ("written", "folded"),
    [("Cần Thơ", "can tho"), ("ĐÀ NẴNG", "da nang"), ("École d’été", "ecole d ete"), ("Œuvre", "oeuvre"), ("Straße", "strasse"),
     ("Łódź", "lodz"), ("São Paulo", "sao paulo"), ("UMR_7606", "umr 7606"), ("IRL-3527", "irl 3527"), ("東京", "東 京"),
     ("서울", "서 울"), ("ﾄｳｷｮｳ", "ト ウ キ ョ ウ"), ("ΑΘΉΝΑ", "αθηνα"), ("Москва́", "москва"), ("", ""), ("—", "")],
)  # fmt: skip
def test_text_is_folded_for_search(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize("word", ["भारतीय", "العربية", "עברית", "ไทย", "မြန်မာ", "ខ្មែរ", "தமிழ்"])
def test_vowels_and_tones_of_other_scripts_stay(word: str) -> None:
    kept = fold(word).replace(" ", "")
    assert kept == unicodedata.normalize("NFC", unicodedata.normalize("NFKD", word))


@given(st.text())
@example("À\U000116b6")
@example("À\u0e48")
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_folding_does_not_depend_on_how_accents_are_composed(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text(st.characters(codec="latin-1")))
def test_folding_does_not_depend_on_case(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower())


@given(st.text())
def test_plain_text_is_composed_and_stays_so(text: str) -> None:
    once = plain(text)
    assert plain(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert once == once.strip()


def test_control_characters_and_strange_spaces_go() -> None:
    assert plain("\ufeffa\u200bb\u00a0\u2009c\x00\td ") == "ab c d"
    assert plain("un\r\ndeux\rtrois") == "un\ndeux\ntrois"
    assert plain("a  b") == "a b"
    assert plain("\ud800a\udce9b") == "ab"


@pytest.mark.parametrize("word", ["ශ්\u200dරී ලංකා", "می\u200cخواهم", "क्\u200dष", "👩\u200d🔬"])
def test_joiners_stay_where_a_script_is_spelled_with_them(word: str) -> None:
    assert plain(word) == word
    assert fold(word) == fold(word.replace("\u200c", "").replace("\u200d", ""))


def test_joiners_go_where_they_are_only_in_the_way() -> None:
    assert plain("Uni\u200dversité\u200c क\u200d") == "Université क"


@given(st.text(st.characters(max_codepoint=0x24F, categories=("L", "M", "N", "P", "S", "Z")), min_size=1))
def test_latin_letters_are_folded_as_beside_other_scripts(text: str) -> None:
    assert fold(text) == fold(f"{text} \u4e00").removesuffix("\u4e00").strip()
