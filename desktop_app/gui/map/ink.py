"""The colours of the map in the theme. Shades go from far to near in lightness, so that a grey screen tells them apart too."""

from desktop_app.gui import theme
from desktop_app.reports.atlas.picture import PRINTED, MapInk

_DARK = MapInk(
    land="#232B35",
    shades=("#27436F", "#315489", "#3D67A6", "#4C7DC6", "#6397E6"),
    zones=(
        "#2F5C9E", "#6B5A23", "#23635A", "#75405D", "#52478A", "#7A4F2A", "#4D6126", "#4A5766", "#7C423B", "#355F4C", "#5F5843",
    ),
    circle="#DCE8FA",
    ring="#12161B",
    number="#12203A",
    text="#F1F4F9",
    muted="#A5B0BF",
)  # fmt: skip


def chosen() -> str:
    """Return the colour of the country that is chosen."""
    return "#F2C15B" if theme.now().name == "light" else "#8A661F"


def ink() -> MapInk:
    """Return the colours of the map on the screen."""
    now = theme.now()
    if now.name == "dark":
        return _DARK
    return MapInk(land="#E4E8ED", circle=now.filled, text=now.text, muted=now.muted, shades=PRINTED.shades)
