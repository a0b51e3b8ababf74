"""The scripts that the fonts of this system lack are shown with those of the program, which print its reports."""

from PySide6.QtGui import QFontDatabase

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


def lend_fonts() -> list[str]:
    """Lend the system a font for each script that it has none for; returns the files lent."""
    needed = dict.fromkeys(file for system, file in _SHIPPED.items() if not QFontDatabase.families(system))
    return [file for file in needed if QFontDatabase.addApplicationFont(str(resources() / "fonts" / file)) >= 0]
