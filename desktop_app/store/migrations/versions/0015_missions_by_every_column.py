"""The orders in which long lists of missions are read by the columns that a list may show, and does not by itself."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

FIELDS = (
    "private_days", "contact", "event", "order_type", "transport", "allowance", "nights", "lodged", "meals", "visa",
    "opinion_needed", "opinion_asked_on", "opinion_got_on", "ariane", "report_on",
)  # fmt: skip


def upgrade() -> None:
    """Bring a base to version 0015."""
    for field in FIELDS:
        order: list[str | sa.TextClause] = [field, sa.text("starts_on DESC")]
        op.create_index(f"ix_mission_by_{field}", "mission", order, sqlite_where=sa.text("gone < 1"))
