"""Text in Chinese, Japanese, Korean, Cyrillic or Greek of an older encoding, told from accents by how its bytes stand."""

import re
from collections.abc import Mapping

# The commonest characters of names, institutions and towns: a wrong encoding spells rare ones.
_HAN = frozenset(
    "大学國国中研究院所科技京北東东京南西上海市立人民学学生王李张張刘劉陈陳杨楊黄黃赵趙周吴吳徐孙孫林何高郭马馬罗羅梁"
    "宋郑鄭谢謝韩韓唐冯馮于董萧程曹袁邓鄧许許傅沈曾彭吕呂苏蘇田鈴木佐藤橋高山本村小渡辺中村加伊吉井松清斎"
    "一二三子明美文華华英春花秀玉平安家家和正信健太郎雄志名姓機机構构城城区區县縣省年月日地址電电話话郵邮件理工農农業业醫医師师範范"
    "臺台灣湾港新竹成功交通清央政治經经济濟会會中心部門门所長长主任教授博士副助先江浙川廣广州天津武漢汉重慶庆湖河阪都府県"
    "是的了在不我有他這这個个們们來来到時时年後后自己出就分對对生能而子那得于着下之也发發里去过過如道行"
)
_KANA = frozenset(chr(code) for code in range(0x3041, 0x30FF))
_HANGUL = frozenset(
    "이다의에는을를가한대학교서울국김박최정강조윤장임신오권황안송전홍유고문양손배백허남심노하곽성차주우구민진지연수현영미은경희재준호상동기인원과해부산광시도연구원소사나라아자로고성명관관"
)
_CYRILLIC, _GREEK = frozenset("оеаинтсрвл"), frozenset("αοιετσνηυρ")
_TRIED: Mapping[str, frozenset[str]] = {
    "gb18030": _HAN, "big5": _HAN, "cp932": _HAN | _KANA, "euc_jp": _HAN | _KANA, "cp949": _HANGUL,
}  # fmt: skip
# Bytes of one of these alphabets are letters of the other: the commonest ones tell.
_ALPHABETS: Mapping[str, frozenset[str]] = {"cp1251": _CYRILLIC, "cp1253": _GREEK}
_HIGH = bytes(range(128, 256))
_ALONE = re.compile(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])")
_SAMPLE = 100_000
_FEWEST, _ALPHABET = 6, 14  # how many different bytes there are at least


def wide_letters(data: bytes) -> str | None:
    """Return the encoding of a text whose letters are not Latin; None for Latin ones with accents.

    Accents stand alone among letters; bytes of such a text stand side by side.
    """
    sample = data[:_SAMPLE]
    high = len(sample) - len(sample.translate(None, _HIGH))
    alone = len(_ALONE.findall(sample))
    if high < _FEWEST or alone > 0.4 * high:
        return None
    for tried, enough, kinds in ((_TRIED, 0.25, _FEWEST), (_ALPHABETS, 0.4, _ALPHABET)):
        scores = {name: _score(sample, name, common) for name, common in tried.items()}
        best = max(scores, key=lambda name: scores[name])
        if scores[best] >= enough and len(set(sample.translate(None, bytes(range(128))))) >= kinds:
            return best
    return None


def _score(sample: bytes, encoding: str, common: frozenset[str]) -> float:
    """Return which share of the letters are common ones; 0 where the bytes are not of this encoding."""
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError as error:
        if error.start < len(sample) - 4:  # the sample may end within a character
            return 0.0
        text = sample[: error.start].decode(encoding)
    letters = [char for char in text.lower() if char > "\x7f" and char.isalpha()]
    return sum(char in common for char in letters) / len(letters) if letters else 0.0
