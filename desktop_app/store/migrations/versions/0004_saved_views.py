"""Saved views, and one index that lists missions without their wide rows."""

import sqlalchemy as sa
from alembic import op

from desktop_app.store.columns import Id

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring a base to version 0004."""
    op.create_table(
        "saved_view",
        sa.Column("pk", sa.INTEGER(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("ref", sa.TEXT(), nullable=False),
        sa.Column("gone", sa.INTEGER(), server_default="0", nullable=False),
        sa.Column("name", sa.TEXT(), nullable=True),
        sa.Column("list", sa.TEXT(), nullable=True),
        sa.Column("contents", sa.TEXT(), nullable=True),
        sa.Column("office", Id(), nullable=True),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
    )
    with op.batch_alter_table("saved_view", schema=None) as batch_op:
        batch_op.create_index("ix_saved_view_office", ["office"], unique=False)
        batch_op.create_index("ix_saved_view_ref", ["ref"], unique=False)

    columns = [
        "starts_on", "gone", "ends_on", "status", "kind", "direction", "institute", "purpose", "payer", "cost",
        "currency", "order_type", "person", "unit", "partner", "instrument",
    ]  # fmt: skip
    with op.batch_alter_table("mission", schema=None) as batch_op:
        batch_op.drop_index("ix_mission_starts_on")
        batch_op.create_index("ix_mission_listed", columns, unique=False)
