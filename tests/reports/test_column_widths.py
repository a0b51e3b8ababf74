"""The columns of a table in a Word document."""

from desktop_app.reports.column_widths import column_widths
from desktop_app.reports.description import Column, Row, Table, TwoLines

ROOM = 10_000


def test_a_column_is_no_narrower_than_its_longest_word_where_another_has_room() -> None:
    columns = (Column("Title", 6), Column("Country", 1), Column("Status", 1))
    rows = (Row((TwoLines("SAMPLE", "a few short words " * 6), "Singapore", "Renouvellement demandé")),)
    widths = column_widths(Table(columns, rows), "fr", ROOM)
    assert widths[1] >= len("Singapore") * 125
    assert widths[2] >= len("Renouvellement") * 125
    assert abs(sum(widths) - ROOM) <= len(columns)


def test_columns_keep_their_shares_where_every_word_fits() -> None:
    table = Table((Column("A", 3), Column("B", 1)), (Row(("short", "words")),))
    assert column_widths(table, "en", ROOM) == [7500, 2500]


def test_words_that_are_too_long_for_the_page_leave_the_shares_as_they_are() -> None:
    table = Table((Column("A", 1), Column("B", 1)), (Row(("x" * 300, "y" * 300)),))
    assert column_widths(table, "en", 3000) == [1500, 1500]
