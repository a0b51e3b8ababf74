"""Credits that are not carried over, the fiscal year of a programme, and what events leave to be done."""

import sqlalchemy as sa
from alembic import op

from desktop_app.store.columns import Id

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring a base to version 0009."""
    op.create_table(
        "task",
        sa.Column("pk", sa.INTEGER(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("ref", sa.TEXT(), nullable=False),
        sa.Column("gone", sa.INTEGER(), server_default="0", nullable=False),
        sa.Column("event", Id(), nullable=True),
        sa.Column("title", sa.TEXT(), nullable=True),
        sa.Column("person", Id(), nullable=True),
        sa.Column("due_on", sa.TEXT(), nullable=True),
        sa.Column("done_on", sa.TEXT(), nullable=True),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
    )
    with op.batch_alter_table("task", schema=None) as batch_op:
        for name in ("done_on", "due_on", "event", "person", "ref"):
            batch_op.create_index(f"ix_task_{name}", [name], unique=False)
    with op.batch_alter_table("instrument", schema=None) as batch_op:
        batch_op.add_column(sa.Column("programme", Id(), nullable=True))
        batch_op.create_index("ix_instrument_programme", ["programme"], unique=False)
    with op.batch_alter_table("instrument_type", schema=None) as batch_op:
        batch_op.add_column(sa.Column("carry_over", sa.Boolean(), nullable=True))
    with op.batch_alter_table("programme", schema=None) as batch_op:
        batch_op.add_column(sa.Column("fiscal_month", sa.INTEGER(), nullable=True))
