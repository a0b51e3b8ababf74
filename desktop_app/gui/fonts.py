"""What the fonts of a system lack is shown with those of the program, which print its reports."""

from PySide6.QtGui import QFontDatabase, QFontInfo, QGuiApplication

from desktop_app.paths import resources

_System = QFontDatabase.WritingSystem
_SHIPPED = {
    _System.SimplifiedChinese: "NotoSansCJKsc-Regular.otf",
    _System.Japanese: "NotoSansCJKsc-Regular.otf",
    _System.Korean: "NotoSansCJKsc-Regular.otf",
    _System.Thai: "NotoSansThai-Regular.ttf",
    _System.Lao: "NotoSansLao-Regular.ttf",
    _System.Khmer: "NotoSansKhmer-Regular.ttf",
    _System.Myanmar: "NotoSansMyanmar-Regular.ttf",
    _System.Devanagari: "NotoSansDevanagari-Regular.ttf",
    _System.Tamil: "NotoSansTamil-Regular.ttf",
    _System.Arabic: "IBMPlexSansArabic-Regular.ttf",
    _System.Hebrew: "NotoSansHebrew-Regular.ttf",
    _System.Vietnamese: "NotoSans-Regular.ttf",
}
# A Linux without a desktop's own font falls back to this one: a fifth wider than what lists of names are laid out for.
_FALLEN_BACK_TO = "DejaVu Sans"
_OWN = "Noto Sans"


def own_family() -> str:
    """Return the program's own family where the system names none for screens; nothing where it has one."""
    named = QGuiApplication.font()
    if named.family() == _FALLEN_BACK_TO or QFontInfo(named).family() not in ("", _FALLEN_BACK_TO):
        return ""
    files = [resources() / "fonts" / f"NotoSans-{style}.ttf" for style in ("Regular", "Bold")]
    lent = [QFontDatabase.addApplicationFont(str(file)) for file in files]
    return _OWN if min(lent) >= 0 else ""


def lend_fonts() -> list[str]:
    """Lend the system a font for each script that it has none for; returns the files lent."""
    needed = dict.fromkeys(file for system, file in _SHIPPED.items() if not QFontDatabase.families(system))
    return [file for file in needed if QFontDatabase.addApplicationFont(str(resources() / "fonts" / file)) >= 0]
