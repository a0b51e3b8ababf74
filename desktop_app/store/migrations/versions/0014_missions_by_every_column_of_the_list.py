"""The orders in which long lists of missions are read by the other columns that they show."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring a base to version 0014."""
    for field in ("kind", "direction", "ends_on", "payer", "currency", "notes"):
        order: list[str | sa.TextClause] = [field, sa.text("starts_on DESC")]
        op.create_index(f"ix_mission_by_{field}", "mission", order, sqlite_where=sa.text("gone < 1"))
