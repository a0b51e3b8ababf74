"""The order in which long lists of missions are read by their numbers."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring a base to version 0012."""
    order: list[str | sa.TextClause] = ["number", sa.text("starts_on DESC")]
    op.create_index("ix_mission_by_number", "mission", order, sqlite_where=sa.text("gone < 1"))
