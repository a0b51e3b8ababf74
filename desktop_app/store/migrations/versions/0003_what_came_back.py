"""What came back."""

import sqlalchemy as sa
from alembic import op

from desktop_app.store.columns import Id

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring a base to version 0003."""

    op.create_table(
        "held",
        sa.Column("row", Id(), nullable=False),
        sa.Column("shipment", sa.TEXT(), nullable=False),
        sa.PrimaryKeyConstraint("row", "shipment"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("held", schema=None) as batch_op:
        batch_op.create_index("ix_held_shipment", ["shipment"], unique=False)

    op.create_table(
        "kept_file",
        sa.Column("sha256", sa.TEXT(), nullable=False),
        sa.Column("data", sa.BLOB(), nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
    )
    op.create_table(
        "came_back",
        sa.Column("number", sa.INTEGER(), nullable=False),
        sa.Column("shipment", sa.TEXT(), nullable=True),
        sa.Column("wall", sa.INTEGER(), nullable=False),
        sa.Column("file_name", sa.TEXT(), nullable=False),
        sa.Column("sha256", sa.TEXT(), nullable=False),
        sa.Column("batch", sa.INTEGER(), nullable=False),
        sa.Column("author", sa.TEXT(), nullable=False),
        sa.Column("said", sa.BLOB(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    with op.batch_alter_table("came_back", schema=None) as batch_op:
        batch_op.create_index("ix_came_back_shipment", ["shipment"], unique=False)
