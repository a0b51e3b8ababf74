"""Make resources/fonts from the original fonts: copy those of one script, cut down the Chinese one.

Needs fontTools, and a folder with the unpacked packages that SOURCES names. Run it to take newer fonts:
`python build_spec/fonts.py FOLDER`.
"""

from __future__ import annotations

import argparse
import shutil
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

TARGET = Path(__file__).resolve().parent.parent / "resources" / "fonts"
SCRIPTS = ("", "Thai", "Lao", "Khmer", "Myanmar", "Devanagari", "Tamil", "Arabic", "Hebrew")
# Letters of Noto Sans Arabic are drawn in parts, which readers of PDF take for letters of their own.
ARABIC = ("IBMPlexSansArabic", "ibm-plex-sans-arabic")
STYLES = {"Regular": "400Regular", "Bold": "700Bold", "Italic": "400Regular_Italic"}
CHINESE = "NotoSansCJK-Regular.ttc"
CHINESE_FACE = 2  # the face whose shapes are the simplified Chinese ones unless the language says otherwise

HEAD = """# Where these fonts come from

Noto fonts and IBM Plex Sans Arabic, under the SIL Open Font License 1.1 (`OFL.txt`). `build_spec/fonts.py` made this
folder and this page: the fonts of one script are those of the npm packages `@expo-google-fonts/…` (the static fonts of
Google Fonts), unchanged. Arabic is printed in IBM Plex, whose letters are read back whole from a PDF; Noto Sans Arabic
has what it lacks. The Chinese, Japanese and Korean one is cut from `NotoSansCJK-Regular.ttc` of the Debian package
`fonts-noto-cjk`. It keeps the characters of GB 2312, Big5, JIS X 0208 with the IBM extensions, KS X 1001 and every
syllable of Hangul, with the national shapes of each language (OpenType `locl`).

| file | version | source | copyright |
|---|---|---|---|
"""


def characters(codec: str, leads: Iterable[int], trails: Iterable[int]) -> set[str]:
    """The characters that a double-byte character set holds."""
    found: set[str] = set()
    trails = tuple(trails)
    for lead in leads:
        for trail in trails:
            found.update(bytes((lead, trail)).decode(codec, errors="ignore"))
    return {char for char in found if unicodedata.category(char) not in {"Cc", "Co"}}


def chinese_japanese_korean() -> set[str]:
    """The characters that names of places, people and institutions are written with."""
    high = range(0xA1, 0xFF)
    return (
        characters("gb2312", high, high)
        | characters("big5", high, (*range(0x40, 0x7F), *high))
        | characters("cp932", (*range(0x81, 0xA0), *range(0xE0, 0xFD)), range(0x40, 0xFD))
        | characters("euc_kr", high, high)
        | {chr(code) for code in (*range(0x20, 0x7F), *range(0xAC00, 0xD7A4))}
    )


def cut(source: Path, target: Path) -> None:
    """Write the Chinese font with those characters only."""
    font = TTFont(source, fontNumber=CHINESE_FACE, lazy=True)
    options = subset.Options(hinting=False, notdef_outline=True, name_IDs=["*"])
    options.layout_features = ["ccmp", "liga", "ljmo", "locl", "mark", "mkmk", "tjmo", "vjmo"]
    options.drop_tables += ["BASE", "VORG", "vhea", "vmtx"]  # of vertical text
    cutter = subset.Subsetter(options)
    cutter.populate(text="".join(chinese_japanese_korean()))
    cutter.subset(font)
    # So many ranges overflow the old format of the character map; every reader of today knows the newer one.
    best, tables = font.getBestCmap(), []
    for platform, encoding in ((0, 4), (3, 10)):  # Qt on Linux finds nothing by the second alone
        wide = CmapSubtable.newSubtable(12)
        wide.platformID, wide.platEncID, wide.language, wide.cmap = platform, encoding, 0, best
        tables.append(wide)
    font["cmap"].tables = tables
    font.save(target)


def copy_scripts(folder: Path) -> dict[str, str]:
    """Copy the fonts of one script; return the package that each came from."""
    sources = {}
    for script in SCRIPTS:
        for style, where in STYLES.items():
            found = sorted(folder.rglob(f"NotoSans{script}_{where}.ttf"))
            if found:  # only the Latin one has italics
                target = f"NotoSans{script}-{style}.ttf"
                shutil.copyfile(found[-1], TARGET / target)
                package = "-".join(["noto-sans", *([script.lower()] if script else [])])
                sources[target] = f"npm `@expo-google-fonts/{package}`"
    family, package = ARABIC
    for style in ("Regular", "Bold"):
        target = f"{family}-{style}.ttf"
        shutil.copyfile(next(folder.rglob(f"{family}_{STYLES[style]}.ttf")), TARGET / target)
        sources[target] = f"npm `@expo-google-fonts/{package}`"
    return sources


def main() -> None:
    """Fill the folder of the fonts and write where they come from."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the packages are unpacked")
    folder: Path = parser.parse_args().folder
    sources = copy_scripts(folder)
    target = "NotoSansCJKsc-Regular.otf"
    cut(next(folder.rglob(CHINESE)), TARGET / target)
    sources[target] = "Debian `fonts-noto-cjk`, cut"
    lines = []
    for file, source in sources.items():
        names = TTFont(TARGET / file)["name"]
        version = names.getDebugName(5).removeprefix("Version ").split(";")[0]
        lines.append(f"| `{file}` | {version} | {source} | {names.getDebugName(0)} |\n")
    (TARGET / "SOURCES.md").write_text(HEAD + "".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
