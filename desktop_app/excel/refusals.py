"""Why a file could not be read, said to a person: what, where and what to do."""

from collections.abc import Mapping

from desktop_app.domain.refused import Refused
from desktop_app.domain.words import Words
from desktop_app.excel.rejected import Detail


class UnreadableFile(Refused):
    """A file that can't be read, with one clear sentence; `what` is the reason as one word for programs."""

    def __init__(self, words: Words, what: str) -> None:
        super().__init__(words)
        self.what = what


class NeedsPassword(UnreadableFile):
    """A file that its owner protected by a password: ask for it and read again."""


class WrongPassword(NeedsPassword):
    """The password that was given does not open the file."""


class ReadingCancelled(Exception):
    """The person stopped the reading."""


_SAVE_FR = "Ouvrez-le dans Excel ou LibreOffice, enregistrez-le comme classeur .xlsx, puis recommencez."
_SAVE_EN = "Open it in Excel or LibreOffice, save it as an .xlsx workbook, then try again."
_ASK_FR = "Demandez à l’expéditeur de vous l’envoyer de nouveau."
_ASK_EN = "Ask the sender to send it again."
_TRAP_FR = "Il a été refusé par prudence ; n’en lisez pas d’autre copie sans avoir vérifié d’où il vient."
_TRAP_EN = "It was refused as a precaution; don't read another copy of it before checking where it comes from."
_SMALLER_FR = "Ne gardez que les feuilles utiles, ou partagez-le en plusieurs fichiers."
_SMALLER_EN = "Keep only the sheets you need, or split it into several files."
_NOT_FR = "n’est pas un fichier de tableur. Choisissez un classeur (.xlsx, .xls, .ods) ou un fichier .csv."
_NOT_EN = "is not a spreadsheet. Choose a workbook (.xlsx, .xls, .ods) or a .csv file."

# By code: the words in French and in English. `{file}` is the name of the file.
SENTENCES: Mapping[str, Words] = {
    # The file itself
    "missing": Words(
        "Le fichier « {file} » n’existe plus à cet endroit. Vérifiez qu’il n’a pas été déplacé ou renommé.",
        "The file “{file}” is no longer there. Check that it was not moved or renamed.",
    ),
    "folder": Words(
        "« {file} » est un dossier. Choisissez un fichier dans ce dossier.",
        "“{file}” is a folder. Choose a file inside it.",
    ),
    "denied": Words(
        "Le fichier « {file} » ne peut pas être ouvert : un autre programme le tient, ou vous n’avez pas le droit de le lire. "
        "Fermez-le s’il est ouvert ailleurs, ou copiez-le dans un autre dossier.",
        "The file “{file}” can't be opened: another program holds it, or you may not read it. "
        "Close it if it is open elsewhere, or copy it to another folder.",
    ),
    "empty": Words(
        f"Le fichier « {{file}} » est vide : il ne contient aucun octet. {_ASK_FR}",
        f"The file “{{file}}” is empty: it holds no byte at all. {_ASK_EN}",
    ),
    "cloud": Words(
        "Le fichier « {file} » n’est pas sur cet ordinateur : seul son raccourci y est, le contenu est resté en ligne. "
        "Ouvrez-le une fois en étant connecté, ou téléchargez-le, puis recommencez.",
        "The file “{file}” is not on this computer: only its shortcut is, the content stayed online. "
        "Open it once while connected, or download it, then try again.",
    ),
    "lock_file": Words(
        "« {file} » est la marque qu’Excel ou LibreOffice pose pendant qu’un classeur est ouvert. "
        "Choisissez le classeur lui-même : « {target} ».",
        "“{file}” is the mark that Excel or LibreOffice leaves while a workbook is open. "
        "Choose the workbook itself: “{target}”.",
    ),
    "file_too_big": Words(
        f"Le fichier « {{file}} » pèse {{size}} Mo ; la limite est de {{limit}} Mo. {_SMALLER_FR}",
        f"The file “{{file}}” weighs {{size}} MB; the limit is {{limit}} MB. {_SMALLER_EN}",
    ),
    # Not a spreadsheet
    "pdf": Words(
        "« {file} » est un document PDF, pas un tableur. Demandez le classeur d’où il vient.",
        "“{file}” is a PDF document, not a spreadsheet. Ask for the workbook it was made from.",
    ),
    "word": Words(
        "« {file} » est un document de texte (Word ou équivalent). Copiez son tableau dans un classeur, puis importez "
        "ce classeur.",
        "“{file}” is a text document (Word or the like). Copy its table into a workbook, then import that workbook.",
    ),
    "slides": Words(
        f"« {{file}} » est une présentation : il {_NOT_FR}", f"“{{file}}” is a presentation: it {_NOT_EN}"
    ),
    "picture": Words(f"« {{file}} » est une image : il {_NOT_FR}", f"“{{file}}” is a picture: it {_NOT_EN}"),
    "mail": Words(
        "« {file} » est un message. Ouvrez-le, enregistrez sa pièce jointe, puis choisissez celle-ci.",
        "“{file}” is an e-mail. Open it, save its attachment, then choose that one.",
    ),
    "archive": Words(
        "« {file} » est une archive. Décompressez-la, puis choisissez le classeur qu’elle contient.",
        "“{file}” is an archive. Extract it, then choose the workbook inside.",
    ),
    "numbers": Words(
        "« {file} » est un document d’Apple Numbers. Dans Numbers : Fichier > Exporter vers > Excel, puis choisissez "
        "le classeur obtenu.",
        "“{file}” is an Apple Numbers document. In Numbers: File > Export To > Excel, then choose that workbook.",
    ),
    "base": Words(
        "« {file} » est une base de données, pas un tableur. Une base de Passerelle s’ouvre par Fichier > Ouvrir.",
        "“{file}” is a database, not a spreadsheet. A base of Passerelle opens with File > Open.",
    ),
    "old_excel": Words(
        f"« {{file}} » vient d’une version d’Excel d’avant 1995 (ou d’un format voisin). {_SAVE_FR}",
        f"“{{file}}” comes from a version of Excel before 1995 (or a format of that age). {_SAVE_EN}",
    ),
    "xml": Words(
        f"« {{file}} » est un tableur enregistré en XML, que Passerelle ne lit pas. {_SAVE_FR}",
        f"“{{file}}” is a spreadsheet saved as XML, which Passerelle does not read. {_SAVE_EN}",
    ),
    "web_archive": Words(
        f"« {{file}} » est une page enregistrée en archive web. {_SAVE_FR}",
        f"“{{file}}” is a page saved as a web archive. {_SAVE_EN}",
    ),
    "other": Words(f"« {{file}} » {_NOT_FR}", f"“{{file}}” {_NOT_EN}"),
    "no_table": Words(
        "« {file} » ne contient aucun tableau : il n’y a ni feuille de cellules, ni ligne à lire. Vérifiez que c’est le "
        "bon fichier.",
        "“{file}” holds no table: there is no sheet of cells and no row to read. Check that it is the right file.",
    ),
    # Protected
    "needs_password": Words(
        "« {file} » est protégé par un mot de passe. Saisissez-le pour ouvrir le fichier.",
        "“{file}” is protected by a password. Enter it to open the file.",
    ),
    "wrong_password": Words(
        "Ce mot de passe n’ouvre pas « {file} ». Vérifiez les majuscules et le clavier, ou demandez-le à l’expéditeur.",
        "This password does not open “{file}”. Check capitals and keyboard, or ask the sender for it.",
    ),
    "protected_ods": Words(
        "« {file} » est protégé par un mot de passe de LibreOffice, que Passerelle ne sait pas ouvrir. Ouvrez-le dans "
        "LibreOffice et enregistrez-le sans mot de passe, ou en .xlsx.",
        "“{file}” is protected by a LibreOffice password, which Passerelle can't open. Open it in LibreOffice and save "
        "it without a password, or as .xlsx.",
    ),
    "too_new": Words(
        "« {file} » est protégé d’une façon trop récente ou propre à une organisation, que Passerelle ne connaît pas. "
        "Ouvrez-le dans Excel et enregistrez-le sans protection.",
        "“{file}” is protected in a way that is too new, or belongs to one organisation, and that Passerelle does not "
        "know. Open it in Excel and save it without protection.",
    ),
    # Damaged
    "truncated": Words(
        f"« {{file}} » est incomplet : la fin du fichier manque. {_ASK_FR}",
        f"“{{file}}” is incomplete: the end of the file is missing. {_ASK_EN}",
    ),
    "damaged": Words(
        "« {file} » est abîmé et ne peut pas être lu. Ouvrez-le dans Excel, qui sait parfois le réparer, et "
        "enregistrez-le de nouveau ; sinon demandez-en une autre copie.",
        "“{file}” is damaged and can't be read. Open it in Excel, which can sometimes repair it, and save it again; "
        "otherwise ask for another copy.",
    ),
    "bad_xml": Words(
        "« {file} » est abîmé : sa partie « {part} » est mal écrite. Ouvrez-le dans Excel, qui sait parfois le réparer, "
        "et enregistrez-le de nouveau.",
        "“{file}” is damaged: its part “{part}” is badly written. Open it in Excel, which can sometimes repair it, and "
        "save it again.",
    ),
    # Refused by the guard
    "too_many_parts": Words(
        f"« {{file}} » contient plus de {{limit}} morceaux, ce qu’aucun tableur n’écrit. {_TRAP_FR}",
        f"“{{file}}” holds more than {{limit}} pieces, which no spreadsheet program writes. {_TRAP_EN}",
    ),
    "bad_names": Words(
        f"« {{file}} » contient un morceau au nom suspect (« {{part}} »). {_TRAP_FR}",
        f"“{{file}}” holds a piece with a suspicious name (“{{part}}”). {_TRAP_EN}",
    ),
    "twice": Words(
        f"« {{file}} » contient deux fois le morceau « {{part}} » : on ne peut pas savoir lequel est le bon. {_TRAP_FR}",
        f"“{{file}}” holds the piece “{{part}}” twice: there is no telling which one is right. {_TRAP_EN}",
    ),
    "overlapping": Words(
        f"Les morceaux de « {{file}} » se chevauchent, ce qu’aucun tableur n’écrit. {_TRAP_FR}",
        f"The pieces of “{{file}}” overlap, which no spreadsheet program writes. {_TRAP_EN}",
    ),
    "method": Words(
        f"« {{file}} » est comprimé ou chiffré d’une façon inconnue. {_SAVE_FR}",
        f"“{{file}}” is compressed or encrypted in an unknown way. {_SAVE_EN}",
    ),
    "bomb": Words(
        f"« {{file}} » est petit mais se déploie au-delà de {{limit}} Mo (« {{part}} »). {_TRAP_FR}",
        f"“{{file}}” is small but unfolds to more than {{limit}} MB (“{{part}}”). {_TRAP_EN}",
    ),
    "utf16": Words(
        f"La partie « {{part}} » de « {{file}} » est écrite dans un codage qu’aucun tableur n’emploie. {_SAVE_FR}",
        f"The part “{{part}}” of “{{file}}” is written in an encoding that no spreadsheet program uses. {_SAVE_EN}",
    ),
    "doctype": Words(
        f"« {{file}} » contient des définitions cachées (DOCTYPE dans « {{part}} »), un procédé d’attaque. {_TRAP_FR}",
        f"“{{file}}” holds hidden definitions (DOCTYPE in “{{part}}”), a known attack. {_TRAP_EN}",
    ),
    "outside": Words(
        "« {file} » contient une cellule hors des limites d’Excel (« {cell} », feuille « {sheet} »). "
        f"{_SAVE_FR}",
        "“{file}” holds a cell beyond the limits of Excel (“{cell}”, sheet “{sheet}”). "
        f"{_SAVE_EN}",
    ),
    "too_spread": Words(
        "La feuille « {sheet} » de « {file} » couvre {cells} cellules ; la limite est de {limit}. Supprimez les lignes "
        "et colonnes isolées loin du tableau, enregistrez, puis recommencez.",
        "The sheet “{sheet}” of “{file}” spreads over {cells} cells; the limit is {limit}. Delete the stray rows and "
        "columns far from the table, save, then try again.",
    ),
    "too_many_columns": Words(
        "La feuille « {sheet} » de « {file} » a plus de {limit} colonnes. Gardez celles du tableau, enregistrez, puis "
        "recommencez.",
        "The sheet “{sheet}” of “{file}” has more than {limit} columns. Keep those of the table, save, then try again.",
    ),
    "too_many_cells": Words(
        f"La feuille « {{sheet}} » de « {{file}} » a plus de {{limit}} cellules remplies. {_SMALLER_FR}",
        f"The sheet “{{sheet}}” of “{{file}}” has more than {{limit}} filled cells. {_SMALLER_EN}",
    ),
    "too_many_sheets": Words(
        f"« {{file}} » a plus de {{limit}} feuilles. {_SMALLER_FR}",
        f"“{{file}}” has more than {{limit}} sheets. {_SMALLER_EN}",
    ),
    "too_many_texts": Words(
        f"« {{file}} » annonce plus de {{limit}} textes. {_SMALLER_FR}",
        f"“{{file}}” announces more than {{limit}} texts. {_SMALLER_EN}",
    ),
    "long_text": Words(
        f"« {{file}} » contient un texte de plus de {{limit}} caractères dans une seule cellule (« {{part}} »). "
        f"{_TRAP_FR}",
        f"“{{file}}” holds a text of more than {{limit}} characters in one cell (“{{part}}”). {_TRAP_EN}",
    ),
    "long_field": Words(
        "« {file} » contient, avant la ligne {line}, un texte de plus de {limit} caractères : un guillemet n’y est "
        "sans doute pas fermé. Corrigez-le dans un éditeur de texte, puis recommencez.",
        "“{file}” holds, before line {line}, a text of more than {limit} characters: a quotation mark is probably not "
        "closed there. Correct it in a text editor, then try again.",
    ),
    "repeats": Words(
        f"La feuille « {{sheet}} » de « {{file}} » répète ses lignes ou ses cellules au-delà de {{limit}}. {_TRAP_FR}",
        f"The sheet “{{sheet}}” of “{{file}}” repeats its rows or cells beyond {{limit}}. {_TRAP_EN}",
    ),
    # The reading process
    "too_slow": Words(
        f"La lecture de « {{file}} » a été arrêtée au bout de {{seconds}} secondes. {_SMALLER_FR}",
        f"The reading of “{{file}}” was stopped after {{seconds}} seconds. {_SMALLER_EN}",
    ),
    "reader_died": Words(
        "« {file} » fait échouer la lecture : il est abîmé ou demande trop de mémoire. Rien n’a été importé. Ouvrez-le "
        "dans Excel, enregistrez-le comme classeur .xlsx, puis recommencez.",
        "“{file}” makes the reader fail: it is damaged or asks for too much memory. Nothing was imported. Open it in "
        "Excel, save it as an .xlsx workbook, then try again.",
    ),
}  # fmt: skip

_CLASSES = {"needs_password": NeedsPassword, "wrong_password": WrongPassword}


def unreadable(what: str, file: str, details: Mapping[str, Detail] | None = None) -> UnreadableFile:
    """Return the error of a code, in words, for the file of a name."""
    # Text files have one sheet without a name: it goes by the name of the file.
    details = {key: value if value != "" else file for key, value in (details or {}).items()}
    sentence = SENTENCES[what]
    words = Words(
        sentence.fr.format(file=file, **{key: _figure(value, "\u202f") for key, value in details.items()}),
        sentence.en.format(file=file, **{key: _figure(value, ",") for key, value in details.items()}),
    )
    return _CLASSES.get(what, UnreadableFile)(words, what)


def _figure(value: Detail, thousands: str) -> str:
    return f"{value:,}".replace(",", thousands) if isinstance(value, int) else value
