"""Who signs and who leads a type of instrument, when its renewal is asked and its final report is due."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring a base to version 0005."""
    with op.batch_alter_table("instrument_type", schema=None) as batch_op:
        batch_op.add_column(sa.Column("signs", sa.TEXT(), nullable=True))
        batch_op.add_column(sa.Column("leads", sa.INTEGER(), nullable=True))
        batch_op.add_column(sa.Column("renewal_before", sa.INTEGER(), nullable=True))
        batch_op.add_column(sa.Column("report_after", sa.INTEGER(), nullable=True))
