"""The encodings of a text file among which a person chooses, by what is written with them."""

import codecs
import re
from collections.abc import Mapping

from desktop_app.domain.words import Words

ENCODINGS: Mapping[str, Words] = {
    "utf-8": Words("Toutes écritures (UTF-8)", "All scripts (UTF-8)"),
    "utf-16-le": Words("Toutes écritures (UTF-16)", "All scripts (UTF-16)"),
    "cp1252": Words("Europe de l’Ouest (Windows 1252)", "Western Europe (Windows 1252)"),
    "iso8859-15": Words("Europe de l’Ouest (ISO 8859-15)", "Western Europe (ISO 8859-15)"),
    "mac-roman": Words("Europe de l’Ouest (ancien Mac)", "Western Europe (old Mac)"),
    "cp850": Words("Europe de l’Ouest (DOS 850)", "Western Europe (DOS 850)"),
    "cp1250": Words("Europe centrale (Windows 1250)", "Central Europe (Windows 1250)"),
    "iso8859-2": Words("Europe centrale (ISO 8859-2)", "Central Europe (ISO 8859-2)"),
    "cp852": Words("Europe centrale (DOS 852)", "Central Europe (DOS 852)"),
    "cp1257": Words("Pays baltes (Windows 1257)", "Baltic countries (Windows 1257)"),
    "cp1254": Words("Turc (Windows 1254)", "Turkish (Windows 1254)"),
    "cp1251": Words("Cyrillique (Windows 1251)", "Cyrillic (Windows 1251)"),
    "koi8-r": Words("Cyrillique (KOI8-R)", "Cyrillic (KOI8-R)"),
    "cp1253": Words("Grec (Windows 1253)", "Greek (Windows 1253)"),
    "cp1255": Words("Hébreu (Windows 1255)", "Hebrew (Windows 1255)"),
    "cp1256": Words("Arabe (Windows 1256)", "Arabic (Windows 1256)"),
    "cp1258": Words("Vietnamien (Windows 1258)", "Vietnamese (Windows 1258)"),
    "cp874": Words("Thaï (Windows 874)", "Thai (Windows 874)"),
    "gb18030": Words("Chinois simplifié (GB 18030)", "Simplified Chinese (GB 18030)"),
    "big5": Words("Chinois traditionnel (Big5)", "Traditional Chinese (Big5)"),
    "cp932": Words("Japonais (Shift-JIS)", "Japanese (Shift-JIS)"),
    "euc_jp": Words("Japonais (EUC)", "Japanese (EUC)"),
    "cp949": Words("Coréen (Windows 949)", "Korean (Windows 949)"),
}
# Rarer ones, which a page may declare and a person may name.
_OTHERS = (
    "iso8859-3", "iso8859-4", "iso8859-5", "iso8859-6", "iso8859-8", "iso8859-10", "iso8859-14", "iso8859-16", "koi8-u",
    "big5hkscs", "cp437", "cp720", "cp737", "cp775", "cp855", "cp857", "cp866", "iso2022_jp", "hz", "mac-latin2",
    "mac-cyrillic", "mac-greek", "mac-turkish", "johab",
)  # fmt: skip
_BY_CODEC = {codecs.lookup(name).name: name for name in (*_OTHERS, *ENCODINGS)} | {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "iso8859-13": "cp1257", "iso8859-7": "cp1253",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "tis-620": "cp874",
    "utf-8-sig": "utf-8", "utf-16": "utf-16-le",
}  # fmt: skip


def encoding_named(name: str) -> str | None:
    """Return the encoding that a name means, in whatever way it is spelled (latin-2, ISO-8859-2); None for no text's."""
    for spelled in (name.strip(), re.sub(r"[-_ ]", "", name)):
        try:
            return _BY_CODEC.get(codecs.lookup(spelled).name)
        except (LookupError, ValueError):
            continue
    return None
