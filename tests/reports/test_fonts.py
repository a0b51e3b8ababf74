"""The fonts shipped with the program print every name that an office writes."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import typst

from desktop_app import paths

SCRIPTS = ("CJK SC", "Thai", "Lao", "Khmer", "Myanmar", "Devanagari", "Tamil", "Arabic", "Hebrew")
FAMILIES = ["Noto Sans", "IBM Plex Sans Arabic", *(f"Noto Sans {script}" for script in SCRIPTS)]

READ_BACK = {
    "French": "Université d’Évry, cœur, Saint-Étienne",
    "Vietnamese": "Đại học Cần Thơ, đỗ",
    "Chinese": "北京大学",
    "Chinese of Taiwan": "國立臺灣大學",
    "Japanese": "東京大学 ひらがな カタカナ 髙﨑",
    "Korean": "서울대학교",
    "Thai": "มหาวิทยาลัยมหิดล",
    "Burmese": "ရန်ကုန်",
    "Hindi": "भारतीय विज्ञान संस्थान",
    "Tamil": "இந்திய அறிவியல் கழகம்",
    "Hebrew": "האוניברסיטה העברית",
    "Arabic": "جامعة القاهرة العربية",
    "Arabic of Morocco": "جامعة محمد الخامس بالرباط",
    "Arabic without spaces": "عبدالله",
    "Persian": "پژوهشگاه بنیادی تهران",
}
SHAPED = {  # readers of PDF give these letters back in the order of the shapes, some twice
    "Khmer": "សាកលវិទ្យាល័យភូមិន្ទភ្នំពេញ",
    "Lao": "ມະຫາວິທະຍາໄລແຫ່ງຊາດ",
}


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with all names, in PDF/UA, which refuses a text that no font of the list can show."""
    names = "\n\n".join([*READ_BACK.values(), *SHAPED.values(), f"*{READ_BACK['Thai']}*", "_italic_"])
    families = ", ".join(f'"{family}"' for family in FAMILIES)
    folder = tmp_path_factory.mktemp("fonts")
    source, made = folder / "names.typ", folder / "names.pdf"
    head = f'#set document(title: "Names")\n#set text(font: ({families}), fallback: false, ligatures: false)\n'
    source.write_text(head + names, encoding="utf-8")
    fonts = [paths.resources() / "fonts"]
    typst.compile(source, made, font_paths=fonts, ignore_system_fonts=True, pdf_standards="ua-1")
    return made


def _poppler(program: str, page: Path, *words: str) -> str:
    return subprocess.run([program, str(page), *words], check=True, capture_output=True, encoding="utf-8").stdout


@pytest.mark.parametrize("language", READ_BACK)
def test_a_printed_name_is_read_back_from_the_page(page: Path, language: str) -> None:
    letters = _poppler("pdftotext", page, "-")
    marks = "\u202a\u202b\u202c\n\f "
    flat = letters.translate(dict.fromkeys(map(ord, marks)))
    assert READ_BACK[language].replace(" ", "") in flat


@pytest.mark.parametrize("language", SHAPED)
def test_every_letter_of_a_shaped_name_is_on_the_page(page: Path, language: str) -> None:
    assert set(SHAPED[language]) <= set(_poppler("pdftotext", page, "-"))


def test_every_font_of_the_page_is_embedded(page: Path) -> None:
    rows = _poppler("pdffonts", page).splitlines()[2:]
    assert len(rows) >= len(FAMILIES)
    assert all(row.split()[-5] == "yes" for row in rows), rows
    assert not [row for row in rows if "Noto" not in row and "Plex" not in row]


def test_every_font_is_named_with_its_source() -> None:
    folder = paths.resources() / "fonts"
    files = {path.name for path in folder.iterdir() if path.suffix in {".ttf", ".otf"}}
    named = {
        line.split("`")[1] for line in (folder / "SOURCES.md").read_text(encoding="utf-8").splitlines() if "| `" in line
    }
    assert files == named
