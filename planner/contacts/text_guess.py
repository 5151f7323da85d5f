"""Which character set bytes are in that name none and are not UTF-8.

Every candidate set reads the sample; letters that fit their neighbours count for it, symbols
inside words, mixed scripts and capitals after small letters count against it.
"""

from __future__ import annotations

import unicodedata

# Order breaks ties: western Windows text is by far the most common.
_SINGLE = (
    "cp1252",
    "cp1250",
    "cp1251",
    "cp1253",
    "cp1255",
    "cp1256",
    "koi8_r",
    "mac_roman",
    "cp850",
    "iso8859_2",
)
# The first byte of the characters people use daily, by each set's own arrangement.
_COMMON_LEADS = {
    "cp949": range(0xB0, 0xC9),  # hangul only; before Chinese, which holds these places too
    "gb18030": range(0xB0, 0xD8),
    "big5": range(0xA4, 0xC7),
    "cp932": range(0x88, 0x98),
    "euc_jp": range(0xB0, 0xD0),
}
_TYPOGRAPHIC = set("“”‘’„‚–—…€£§°©®«»·•´\u00a0№¿¡")
_WESTERN = set("àáâãäåæçèéêëìíîïñòóôõöøùúûüßÀÁÂÄÅÇÈÉÊËÍÎÓÔÖØÚÜ")
_CENTRAL_EUROPEAN = set(b"\x8a\x8d\x8e\x9a\x9d\x9e")  # Š Ť Ž š ť ž in cp1250; rare in cp1252
_TURKISH = set(b"\xf0\xfd\xfe\xd0\xdd\xde")  # ğ ı ş in cp1254, Icelandic ð ý þ in cp1252
_ICELANDIC = set(b"\xe1\xe6\xed\xf3\xfa\xc6")  # á æ í ó ú: Icelandic beside ð and þ


def likely_set(sample: bytes) -> str:
    """Python's name of the set that fits the sample best; "cp1252" when nothing speaks."""
    best, best_score = "cp1252", float("-inf")
    for name in _SINGLE:
        score = _score_single(sample.decode(name, "replace"))
        if score > best_score:
            best, best_score = name, score
    for name in _COMMON_LEADS:
        try:
            score = _score_east_asian(sample.decode(name), name)
        except UnicodeDecodeError:
            continue
        if score > best_score:
            best, best_score = name, score
    if best == "cp1252":
        return _nearby(set(sample))
    return best


def _nearby(used: set[int]) -> str:
    """cp1252 or a neighbour whose letters stand where cp1252 has letters too."""
    if used & _CENTRAL_EUROPEAN:
        return "cp1250"
    if len(used & _TURKISH) > 1 and not used & _ICELANDIC:
        return "cp1254"
    return "cp1252"


def _score_single(text: str) -> float:
    score = 0.0
    before = " "
    for place, letter in enumerate(text):
        if letter >= "\x80":
            score += _fit(before, letter, text[place + 1 : place + 2] or " ")
        elif letter.isalpha() and before.isalpha() and before >= "\x80":
            score -= (_script(before) != "LATIN") + 1.5 * (before.islower() and letter.isupper())
        before = letter
    return score


def _fit(before: str, letter: str, after: str) -> float:
    """How well a letter beyond ASCII fits between its neighbours."""
    if letter == "\ufffd" or letter < "\xa0":
        return -3
    if not letter.isalpha():
        if before.isalpha() and after.isalpha():
            return -2 if letter not in "’·" else 0.3
        return 0.3 if letter in _TYPOGRAPHIC else -0.5
    score = 1.2 if letter in _WESTERN else 1.0
    if letter == "ς":  # Greek, at the end of words alone
        score += -1 if after.isalpha() else 1
    if before.isalpha():
        score -= 1.5 * (before.islower() and letter.isupper())
        script = _script(letter)
        score -= 1.0 * (_script(before) != script)
        # Words of accented letters alone are Cyrillic or Greek words misread.
        score -= 1.0 * (script == "LATIN" and before >= "\x80")
    elif letter.islower() and _script(letter) != "LATIN":
        score -= 0.5  # names begin with a capital; Hebrew misread as Cyrillic does not
    return score


def _script(letter: str) -> str:
    return "LATIN" if letter < "\x80" else unicodedata.name(letter, "?").split()[0]


def _score_east_asian(text: str, name: str) -> float:
    """Two for a common character (it stands for two bytes), less for a rare one."""
    score = 0.0
    before = " "
    for letter in text:
        if letter >= "\x80":
            score += _fit_east_asian(letter, name) - 2 * _latin(before)
        elif letter.isalpha() and before >= "\x80":
            score -= 2
        before = letter
    return score


def _fit_east_asian(letter: str, name: str) -> float:
    if "\u3040" <= letter <= "\u30ff":  # kana
        return 2 if name in ("cp932", "euc_jp") else 0
    if "\u4e00" <= letter <= "\u9fff" or "\uac00" <= letter <= "\ud7a3":
        code = letter.encode(name)
        # Big5 and Shift-JIS alone have common characters with a second byte in ASCII.
        whole = code[-1] >= 0xA1 or name in ("big5", "cp932")
        return 2 if whole and code[0] in _COMMON_LEADS[name] else -0.5
    if "\u3000" <= letter <= "\u303f" or "\uff00" <= letter <= "\uff60":
        return 1  # East Asian punctuation and wide letters
    return -0.5 if "\uff61" <= letter <= "\uff9f" else -1  # half-width kana, one byte each


def _latin(letter: str) -> bool:
    return letter < "\x80" and letter.isalpha()
