"""What belongs to a record, said in one line."""

import pytest

from desktop_app.domain.plan import OPEN, Item
from desktop_app.domain.values import Showing
from desktop_app.gui.review.part_words import part_value


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (
            {"starts_on": "2021", "ends_on": "2025", "budget": "14000", "currency": "EUR"},
            "2021–2025 · 14,000\u202f€",
        ),
        ({"ends_on": "2025", "budget": "7000"}, "2025 · 7,000"),
        ({"starts_on": "2021"}, "2021"),
    ],
)
def test_a_period_is_said_as_a_span_of_years_with_its_amount_and_the_sign_of_its_currency(
    values: dict[str, str], said: str
) -> None:
    item = Item("new", "period", "p", "", "", "", None, None, None, dict(values), OPEN)
    assert part_value(item, Showing("en")) == said
