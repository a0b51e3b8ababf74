"""Text as it is kept, compared and searched, whatever keyboard or program it came from."""

import re
import unicodedata
from functools import cache

# Letters that carry no separable mark, so that decomposition leaves them alone.
_LETTERS = str.maketrans(
    {"đ": "d", "Đ": "d", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss",
     "ı": "i", "’": "'", "‘": "'", "ʼ": "'", "\u200c": "", "\u200d": ""}
)  # fmt: skip
# Persian, Hindi, Sinhala and others are spelled with joiners, and so are pictures of several signs.
_JOINED = r"[\u0600-\u08ff\u0900-\u0dff\u1780-\u18af\u2190-\u2bff\ufb50-\ufefc\U0001f000-\U0001faff]"
_CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff\ud800-\udfff]"
    rf"|(?<!{_JOINED})[\u200c\u200d]|[\u200c\u200d](?!{_JOINED})"
)
_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
# Scripts written without spaces between words: each character becomes a word of its own.
_UNSPACED = re.compile(
    r"([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]"
    r"[\u0300-\u036f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u102b-\u103e\u17b4-\u17d3]*)"
)
_AFTER_LATIN = "\u0250"
_MARKED = re.compile(r"[\u00c0-\u052f\u1e00-\u1fff]")
_NOT_WORD = re.compile(r"[^\w\s]|_")


def plain(text: str) -> str:
    """Return text as we keep it: composed (NFC), no control characters, single spaces, no space at either end."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if text.isprintable() and "  " not in text:
        return text.strip()  # as nearly all is: no sign that is not seen, and no space but the usual one
    if _CONTROL.search(text):
        text = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _SPACES.sub(" ", text).strip()


def fold(text: str) -> str:
    """Return text as we search it: no accents, no case, words apart, each CJK, Thai or Khmer character a word."""
    if text.isascii():
        return " ".join(_NOT_WORD.sub(" ", text.lower()).split())
    if max(text) < _AFTER_LATIN:
        return " ".join(_NOT_WORD.sub(" ", text.translate(_latin())).split())
    folded = _without_marks(text)
    # A sign of another script may have stood between a letter and its mark.
    return _without_marks(folded) if _MARKED.search(folded) else folded


def mid_sentence(text: str) -> str:
    """Return words as they stand within a sentence: a small letter first, unless a code begins there: CNRS, ROR."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


@cache
def _latin() -> dict[int, str]:
    """Return the Latin letters, each as it is folded: a text of nothing else needs no other look."""
    return {code: _bare(_bare(chr(code))) for code in range(ord(_AFTER_LATIN))}


def _bare(text: str) -> str:
    text = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    # Marks are dropped from Latin, Greek and Cyrillic only: elsewhere they are vowels and tones.
    return unicodedata.normalize("NFC", re.sub(r"(?<=[\u0000-\u052f])[\u0300-\u036f]+", "", text)).casefold()


def _without_marks(text: str) -> str:
    text = _UNSPACED.sub(r" \1 ", _bare(text))
    return " ".join(re.sub(r"[^\w\s\u0900-\u0dff\u0e00-\u109f\u1780-\u17ff\u0610-\u06ff]|_", " ", text).split())
