"""The first tables."""

import sqlalchemy as sa
from alembic import op

from desktop_app.store.columns import Hundredths, Id, Values
from desktop_app.store.driver import APPLICATION_ID
from desktop_app.store.tables import create_search

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring a base to version 0001."""
    op.create_table(
        "access",
        sa.Column("pk", sa.INTEGER(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("ref", sa.TEXT(), nullable=False),
        sa.Column("gone", sa.INTEGER(), server_default="0", nullable=False),
        sa.Column("partner", Id(), nullable=True),
        sa.Column("infrastructure", sa.TEXT(), nullable=True),
        sa.Column("operator", sa.TEXT(), nullable=True),
        sa.Column("since_on", sa.TEXT(), nullable=True),
        sa.Column("until_on", sa.TEXT(), nullable=True),
        sa.Column("terms", sa.TEXT(), nullable=True),
        sa.Column("contact", Id(), nullable=True),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
    )
    with op.batch_alter_table("access", schema=None) as batch_op:
        batch_op.create_index("ix_access_contact", ["contact"], unique=False)
        batch_op.create_index("ix_access_partner", ["partner"], unique=False)
        batch_op.create_index("ix_access_ref", ["ref"], unique=False)
        batch_op.create_index("ix_access_since_on", ["since_on"], unique=False)
        batch_op.create_index("ix_access_until_on", ["until_on"], unique=False)

    op.create_table(
        "affiliation",
        sa.Column("pk", sa.INTEGER(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("ref", sa.TEXT(), nullable=False),
        sa.Column("gone", sa.INTEGER(), server_default="0", nullable=False),
        sa.Column("person", Id(), nullable=True),
        sa.Column("partner", Id(), nullable=True),
        sa.Column("unit", Id(), nullable=True),
        sa.Column("position", sa.TEXT(), nullable=True),
        sa.Column("since_on", sa.TEXT(), nullable=True),
        sa.Column("until_on", sa.TEXT(), nullable=True),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
    )
    with op.batch_alter_table("affiliation", schema=None) as batch_op:
        batch_op.create_index("ix_affiliation_partner", ["partner"], unique=False)
        batch_op.create_index("ix_affiliation_person", ["person"], unique=False)
        batch_op.create_index("ix_affiliation_ref", ["ref"], unique=False)
        batch_op.create_index("ix_affiliation_since_on", ["since_on"], unique=False)
        batch_op.create_index("ix_affiliation_unit", ["unit"], unique=False)
        batch_op.create_index("ix_affiliation_until_on", ["until_on"], unique=False)

    op.create_table(
        "attachment",
        sa.Column("pk", sa.INTEGER(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("ref", sa.TEXT(), nullable=False),
        sa.Column("gone", sa.INTEGER(), server_default="0", nullable=False),
        sa.Column("owner", sa.TEXT(), nullable=True),
        sa.Column("name", sa.TEXT(), nullable=True),
        sa.Column("size", sa.TEXT(), nullable=True),
        sa.Column("content", sa.TEXT(), nullable=True),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
    )
    with op.batch_alter_table("attachment", schema=None) as batch_op:
        batch_op.create_index("ix_attachment_ref", ["ref"], unique=False)

    op.create_table(
        "batch",
        sa.Column("seq", sa.INTEGER(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("kind", sa.TEXT(), nullable=False),
        sa.Column("words_fr", sa.TEXT(), nullable=False),
        sa.Column("words_en", sa.TEXT(), nullable=False),
        sa.Column("replica", Id(), nullable=False),
        sa.Column("author", sa.TEXT(), nullable=False),
        sa.Column("wall", sa.INTEGER(), nullable=False),
        sa.Column("target", sa.INTEGER(), nullable=True),
        sa.Column("file_name", sa.TEXT(), nullable=True),
        sa.Column("file_sha256", sa.TEXT(), nullable=True),
        sa.Column("shipment", sa.TEXT(), nullable=True),
        sa.Column("decisions", sa.TEXT(), nullable=True),
        sa.ForeignKeyConstraint(
            ["target"],
            ["batch.seq"],
        ),
        sa.PrimaryKeyConstraint("seq"),
        sa.UniqueConstraint("id"),
    )
    op.create_table(
        "change",
        sa.Column("seq", sa.INTEGER(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("kind", sa.INTEGER(), nullable=False),
        sa.Column("tbl", sa.TEXT(), nullable=True),
        sa.Column("row", Id(), nullable=True),
        sa.Column("field", sa.TEXT(), nullable=True),
        sa.Column("value", sa.TEXT(), nullable=True),
        sa.Column("wall", sa.INTEGER(), nullable=False),
        sa.Column("author", sa.TEXT(), nullable=False),
        sa.PrimaryKeyConstraint("seq"),
        sa.UniqueConstraint("id"),
    )
    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.create_index("ix_change_row", ["row"], unique=False)

    op.create_table(
        "change_prev",
        sa.Column("id", Id(), nullable=False),
        sa.Column("prev", Id(), nullable=False),
        sa.PrimaryKeyConstraint("id", "prev"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("change_prev", schema=None) as batch_op:
        batch_op.create_index("ix_change_prev", ["prev"], unique=False)

    op.create_table(
        "country",
        sa.Column("pk", sa.INTEGER(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("ref", sa.TEXT(), nullable=False),
        sa.Column("gone", sa.INTEGER(), server_default="0", nullable=False),
        sa.Column("code", sa.TEXT(), nullable=True),
        sa.Column("name_fr", sa.TEXT(), nullable=True),
        sa.Column("name_en", sa.TEXT(), nullable=True),
        sa.Column("aliases", Values(), nullable=True),
        sa.Column("region", sa.TEXT(), nullable=True),
        sa.Column("currency", sa.TEXT(), nullable=True),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
    )
    with op.batch_alter_table("country", schema=None) as batch_op:
        batch_op.create_index("ix_country_code", ["code"], unique=False)
        batch_op.create_index("ix_country_ref", ["ref"], unique=False)

    op.create_table(
        "event",
        sa.Column("pk", sa.INTEGER(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("ref", sa.TEXT(), nullable=False),
        sa.Column("gone", sa.INTEGER(), server_default="0", nullable=False),
        sa.Column("kind", sa.TEXT(), nullable=True),
        sa.Column("direction", sa.TEXT(), nullable=True),
        sa.Column("title", sa.TEXT(), nullable=True),
        sa.Column("starts_on", sa.TEXT(), nullable=True),
        sa.Column("ends_on", sa.TEXT(), nullable=True),
        sa.Column("city", sa.TEXT(), nullable=True),
        sa.Column("country", Id(), nullable=True),
        sa.Column("status", sa.TEXT(), nullable=True),
        sa.Column("partners", Values(), nullable=True),
        sa.Column("participants", Values(), nullable=True),
        sa.Column("organisers", sa.TEXT(), nullable=True),
        sa.Column("embassy", Id(), nullable=True),
        sa.Column("instrument", Id(), nullable=True),
        sa.Column("agenda", sa.TEXT(), nullable=True),
        sa.Column("follow_up", sa.TEXT(), nullable=True),
        sa.Column("notes", sa.TEXT(), nullable=True),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
    )
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.create_index("ix_event_country", ["country"], unique=False)
        batch_op.create_index("ix_event_embassy", ["embassy"], unique=False)
        batch_op.create_index("ix_event_ends_on", ["ends_on"], unique=False)
        batch_op.create_index("ix_event_instrument", ["instrument"], unique=False)
        batch_op.create_index("ix_event_ref", ["ref"], unique=False)
        batch_op.create_index("ix_event_starts_on", ["starts_on"], unique=False)

    op.create_table(
        "figure",
        sa.Column("pk", sa.INTEGER(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("ref", sa.TEXT(), nullable=False),
        sa.Column("gone", sa.INTEGER(), server_default="0", nullable=False),
        sa.Column("country", Id(), nullable=True),
        sa.Column("year", sa.INTEGER(), nullable=True),
        sa.Column("indicator", sa.TEXT(), nullable=True),
        sa.Column("value", Hundredths(), nullable=True),
        sa.Column("source", sa.TEXT(), nullable=True),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
    )
    with op.batch_alter_table("figure", schema=None) as batch_op:
        batch_op.create_index("ix_figure_country", ["country"], unique=False)
        batch_op.create_index("ix_figure_ref", ["ref"], unique=False)

    op.create_table(
        "funding",
        sa.Column("pk", sa.INTEGER(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("ref", sa.TEXT(), nullable=False),
        sa.Column("gone", sa.INTEGER(), server_default="0", nullable=False),
        sa.Column("instrument", Id(), nullable=True),
        sa.Column("mission", Id(), nullable=True),
        sa.Column("event", Id(), nullable=True),
        sa.Column("source", sa.TEXT(), nullable=True),
        sa.Column("year", sa.INTEGER(), nullable=True),
        sa.Column("planned", Hundredths(), nullable=True),
        sa.Column("spent", Hundredths(), nullable=True),
        sa.Column("currency", sa.TEXT(), nullable=True),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
    )
    with op.batch_alter_table("funding", schema=None) as batch_op:
        batch_op.create_index("ix_funding_event", ["event"], unique=False)
        batch_op.create_index("ix_funding_instrument", ["instrument"], unique=False)
        batch_op.create_index("ix_funding_mission", ["mission"], unique=False)
        batch_op.create_index("ix_funding_ref", ["ref"], unique=False)

    op.create_table(
        "head",
        sa.Column("row", Id(), nullable=False),
        sa.Column("field", sa.TEXT(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.PrimaryKeyConstraint("row", "field", "id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "instrument",
        sa.Column("pk", sa.INTEGER(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("ref", sa.TEXT(), nullable=False),
        sa.Column("gone", sa.INTEGER(), server_default="0", nullable=False),
        sa.Column("type", Id(), nullable=True),
        sa.Column("code", sa.TEXT(), nullable=True),
        sa.Column("former_codes", Values(), nullable=True),
        sa.Column("acronym", sa.TEXT(), nullable=True),
        sa.Column("title", sa.TEXT(), nullable=True),
        sa.Column("title_fr", sa.TEXT(), nullable=True),
        sa.Column("institute", sa.TEXT(), nullable=True),
        sa.Column("institutes", Values(), nullable=True),
        sa.Column("fields", Values(), nullable=True),
        sa.Column("status", sa.TEXT(), nullable=True),
        sa.Column("starts_on", sa.TEXT(), nullable=True),
        sa.Column("ends_on", sa.TEXT(), nullable=True),
        sa.Column("countries", Values(), nullable=True),
        sa.Column("city", sa.TEXT(), nullable=True),
        sa.Column("office", Id(), nullable=True),
        sa.Column("website", sa.TEXT(), nullable=True),
        sa.Column("notes", sa.TEXT(), nullable=True),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
    )
    with op.batch_alter_table("instrument", schema=None) as batch_op:
        batch_op.create_index("ix_instrument_code", ["code"], unique=False)
        batch_op.create_index("ix_instrument_ends_on", ["ends_on"], unique=False)
        batch_op.create_index("ix_instrument_office", ["office"], unique=False)
        batch_op.create_index("ix_instrument_ref", ["ref"], unique=False)
        batch_op.create_index("ix_instrument_starts_on", ["starts_on"], unique=False)
        batch_op.create_index("ix_instrument_type", ["type"], unique=False)

    op.create_table(
        "instrument_type",
        sa.Column("pk", sa.INTEGER(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("ref", sa.TEXT(), nullable=False),
        sa.Column("gone", sa.INTEGER(), server_default="0", nullable=False),
        sa.Column("code", sa.TEXT(), nullable=True),
        sa.Column("name_fr", sa.TEXT(), nullable=True),
        sa.Column("name_en", sa.TEXT(), nullable=True),
        sa.Column("aliases", Values(), nullable=True),
        sa.Column("family", sa.TEXT(), nullable=True),
        sa.Column("replaces", sa.TEXT(), nullable=True),
        sa.Column("historic", sa.Boolean(), nullable=True),
        sa.Column("duration_months", sa.INTEGER(), nullable=True),
        sa.Column("renewals", sa.INTEGER(), nullable=True),
        sa.Column("permanent", sa.Boolean(), nullable=True),
        sa.Column("countries_min", sa.INTEGER(), nullable=True),
        sa.Column("countries_max", sa.INTEGER(), nullable=True),
        sa.Column("nature", sa.TEXT(), nullable=True),
        sa.Column("act", sa.TEXT(), nullable=True),
        sa.Column("funding", sa.TEXT(), nullable=True),
        sa.Column("source", sa.TEXT(), nullable=True),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
    )
    with op.batch_alter_table("instrument_type", schema=None) as batch_op:
        batch_op.create_index("ix_instrument_type_code", ["code"], unique=False)
        batch_op.create_index("ix_instrument_type_ref", ["ref"], unique=False)

    op.create_table(
        "link",
        sa.Column("pk", sa.INTEGER(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("ref", sa.TEXT(), nullable=False),
        sa.Column("gone", sa.INTEGER(), server_default="0", nullable=False),
        sa.Column("instrument", Id(), nullable=True),
        sa.Column("kind", sa.TEXT(), nullable=True),
        sa.Column("other", Id(), nullable=True),
        sa.Column("since_on", sa.TEXT(), nullable=True),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
    )
    with op.batch_alter_table("link", schema=None) as batch_op:
        batch_op.create_index("ix_link_instrument", ["instrument"], unique=False)
        batch_op.create_index("ix_link_other", ["other"], unique=False)
        batch_op.create_index("ix_link_ref", ["ref"], unique=False)
        batch_op.create_index("ix_link_since_on", ["since_on"], unique=False)

    op.create_table(
        "linked",
        sa.Column("tbl", sa.TEXT(), nullable=False),
        sa.Column("field", sa.TEXT(), nullable=False),
        sa.Column("target", Id(), nullable=False),
        sa.Column("pk", sa.INTEGER(), nullable=False),
        sa.PrimaryKeyConstraint("tbl", "field", "target", "pk"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("linked", schema=None) as batch_op:
        batch_op.create_index("ix_linked_owner", ["tbl", "pk"], unique=False)

    op.create_table(
        "milestone",
        sa.Column("pk", sa.INTEGER(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("ref", sa.TEXT(), nullable=False),
        sa.Column("gone", sa.INTEGER(), server_default="0", nullable=False),
        sa.Column("instrument", Id(), nullable=True),
        sa.Column("kind", sa.TEXT(), nullable=True),
        sa.Column("due_on", sa.TEXT(), nullable=True),
        sa.Column("done_on", sa.TEXT(), nullable=True),
        sa.Column("notes", sa.TEXT(), nullable=True),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
    )
    with op.batch_alter_table("milestone", schema=None) as batch_op:
        batch_op.create_index("ix_milestone_done_on", ["done_on"], unique=False)
        batch_op.create_index("ix_milestone_due_on", ["due_on"], unique=False)
        batch_op.create_index("ix_milestone_instrument", ["instrument"], unique=False)
        batch_op.create_index("ix_milestone_ref", ["ref"], unique=False)

    op.create_table(
        "mission",
        sa.Column("pk", sa.INTEGER(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("ref", sa.TEXT(), nullable=False),
        sa.Column("gone", sa.INTEGER(), server_default="0", nullable=False),
        sa.Column("number", sa.TEXT(), nullable=True),
        sa.Column("kind", sa.TEXT(), nullable=True),
        sa.Column("direction", sa.TEXT(), nullable=True),
        sa.Column("person", Id(), nullable=True),
        sa.Column("unit", Id(), nullable=True),
        sa.Column("institute", sa.TEXT(), nullable=True),
        sa.Column("purpose", sa.TEXT(), nullable=True),
        sa.Column("starts_on", sa.TEXT(), nullable=True),
        sa.Column("ends_on", sa.TEXT(), nullable=True),
        sa.Column("private_days", sa.INTEGER(), nullable=True),
        sa.Column("status", sa.TEXT(), nullable=True),
        sa.Column("countries", Values(), nullable=True),
        sa.Column("cities", Values(), nullable=True),
        sa.Column("partner", Id(), nullable=True),
        sa.Column("contact", Id(), nullable=True),
        sa.Column("instrument", Id(), nullable=True),
        sa.Column("event", Id(), nullable=True),
        sa.Column("order_type", sa.TEXT(), nullable=True),
        sa.Column("payer", sa.TEXT(), nullable=True),
        sa.Column("transport", sa.TEXT(), nullable=True),
        sa.Column("cost", Hundredths(), nullable=True),
        sa.Column("currency", sa.TEXT(), nullable=True),
        sa.Column("allowance", Hundredths(), nullable=True),
        sa.Column("nights", sa.INTEGER(), nullable=True),
        sa.Column("meals", sa.INTEGER(), nullable=True),
        sa.Column("visa", sa.TEXT(), nullable=True),
        sa.Column("opinion_needed", sa.Boolean(), nullable=True),
        sa.Column("opinion_asked_on", sa.TEXT(), nullable=True),
        sa.Column("opinion_got_on", sa.TEXT(), nullable=True),
        sa.Column("ariane", sa.Boolean(), nullable=True),
        sa.Column("report_on", sa.TEXT(), nullable=True),
        sa.Column("notes", sa.TEXT(), nullable=True),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
    )
    with op.batch_alter_table("mission", schema=None) as batch_op:
        batch_op.create_index("ix_mission_contact", ["contact"], unique=False)
        batch_op.create_index("ix_mission_ends_on", ["ends_on"], unique=False)
        batch_op.create_index("ix_mission_event", ["event"], unique=False)
        batch_op.create_index("ix_mission_instrument", ["instrument"], unique=False)
        batch_op.create_index("ix_mission_number", ["number"], unique=False)
        batch_op.create_index("ix_mission_partner", ["partner"], unique=False)
        batch_op.create_index("ix_mission_person", ["person"], unique=False)
        batch_op.create_index("ix_mission_ref", ["ref"], unique=False)
        batch_op.create_index("ix_mission_starts_on", ["starts_on"], unique=False)
        batch_op.create_index("ix_mission_unit", ["unit"], unique=False)

    op.create_table(
        "office",
        sa.Column("pk", sa.INTEGER(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("ref", sa.TEXT(), nullable=False),
        sa.Column("gone", sa.INTEGER(), server_default="0", nullable=False),
        sa.Column("code", sa.TEXT(), nullable=True),
        sa.Column("name_fr", sa.TEXT(), nullable=True),
        sa.Column("name_en", sa.TEXT(), nullable=True),
        sa.Column("city", sa.TEXT(), nullable=True),
        sa.Column("country", Id(), nullable=True),
        sa.Column("opened_on", sa.TEXT(), nullable=True),
        sa.Column("closed_on", sa.TEXT(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=True),
        sa.Column("notes", sa.TEXT(), nullable=True),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
    )
    with op.batch_alter_table("office", schema=None) as batch_op:
        batch_op.create_index("ix_office_code", ["code"], unique=False)
        batch_op.create_index("ix_office_country", ["country"], unique=False)
        batch_op.create_index("ix_office_opened_on", ["opened_on"], unique=False)
        batch_op.create_index("ix_office_ref", ["ref"], unique=False)

    op.create_table(
        "output",
        sa.Column("pk", sa.INTEGER(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("ref", sa.TEXT(), nullable=False),
        sa.Column("gone", sa.INTEGER(), server_default="0", nullable=False),
        sa.Column("instrument", Id(), nullable=True),
        sa.Column("kind", sa.TEXT(), nullable=True),
        sa.Column("title", sa.TEXT(), nullable=True),
        sa.Column("doi", sa.TEXT(), nullable=True),
        sa.Column("year", sa.INTEGER(), nullable=True),
        sa.Column("persons", Values(), nullable=True),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
    )
    with op.batch_alter_table("output", schema=None) as batch_op:
        batch_op.create_index("ix_output_doi", ["doi"], unique=False)
        batch_op.create_index("ix_output_instrument", ["instrument"], unique=False)
        batch_op.create_index("ix_output_ref", ["ref"], unique=False)

    op.create_table(
        "partner",
        sa.Column("pk", sa.INTEGER(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("ref", sa.TEXT(), nullable=False),
        sa.Column("gone", sa.INTEGER(), server_default="0", nullable=False),
        sa.Column("name", sa.TEXT(), nullable=True),
        sa.Column("acronym", sa.TEXT(), nullable=True),
        sa.Column("local_name", sa.TEXT(), nullable=True),
        sa.Column("name_fr", sa.TEXT(), nullable=True),
        sa.Column("name_en", sa.TEXT(), nullable=True),
        sa.Column("aliases", Values(), nullable=True),
        sa.Column("kind", sa.TEXT(), nullable=True),
        sa.Column("parent", Id(), nullable=True),
        sa.Column("ror_id", sa.TEXT(), nullable=True),
        sa.Column("status", sa.TEXT(), nullable=True),
        sa.Column("since_on", sa.TEXT(), nullable=True),
        sa.Column("country", Id(), nullable=True),
        sa.Column("city", sa.TEXT(), nullable=True),
        sa.Column("address", sa.TEXT(), nullable=True),
        sa.Column("website", sa.TEXT(), nullable=True),
        sa.Column("infrastructures", sa.TEXT(), nullable=True),
        sa.Column("notes", sa.TEXT(), nullable=True),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
    )
    with op.batch_alter_table("partner", schema=None) as batch_op:
        batch_op.create_index("ix_partner_country", ["country"], unique=False)
        batch_op.create_index("ix_partner_name", ["name"], unique=False)
        batch_op.create_index("ix_partner_parent", ["parent"], unique=False)
        batch_op.create_index("ix_partner_ref", ["ref"], unique=False)
        batch_op.create_index("ix_partner_ror_id", ["ror_id"], unique=False)
        batch_op.create_index("ix_partner_since_on", ["since_on"], unique=False)

    op.create_table(
        "party",
        sa.Column("pk", sa.INTEGER(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("ref", sa.TEXT(), nullable=False),
        sa.Column("gone", sa.INTEGER(), server_default="0", nullable=False),
        sa.Column("instrument", Id(), nullable=True),
        sa.Column("role", sa.TEXT(), nullable=True),
        sa.Column("partner", Id(), nullable=True),
        sa.Column("unit", Id(), nullable=True),
        sa.Column("person", Id(), nullable=True),
        sa.Column("since_on", sa.TEXT(), nullable=True),
        sa.Column("until_on", sa.TEXT(), nullable=True),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
    )
    with op.batch_alter_table("party", schema=None) as batch_op:
        batch_op.create_index("ix_party_instrument", ["instrument"], unique=False)
        batch_op.create_index("ix_party_partner", ["partner"], unique=False)
        batch_op.create_index("ix_party_person", ["person"], unique=False)
        batch_op.create_index("ix_party_ref", ["ref"], unique=False)
        batch_op.create_index("ix_party_since_on", ["since_on"], unique=False)
        batch_op.create_index("ix_party_unit", ["unit"], unique=False)
        batch_op.create_index("ix_party_until_on", ["until_on"], unique=False)

    op.create_table(
        "per_diem",
        sa.Column("pk", sa.INTEGER(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("ref", sa.TEXT(), nullable=False),
        sa.Column("gone", sa.INTEGER(), server_default="0", nullable=False),
        sa.Column("code", sa.TEXT(), nullable=True),
        sa.Column("country", Id(), nullable=True),
        sa.Column("city", sa.TEXT(), nullable=True),
        sa.Column("amount", Hundredths(), nullable=True),
        sa.Column("currency", sa.TEXT(), nullable=True),
        sa.Column("valid_on", sa.TEXT(), nullable=True),
        sa.Column("official", sa.Boolean(), nullable=True),
        sa.Column("source", sa.TEXT(), nullable=True),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
    )
    with op.batch_alter_table("per_diem", schema=None) as batch_op:
        batch_op.create_index("ix_per_diem_country", ["country"], unique=False)
        batch_op.create_index("ix_per_diem_ref", ["ref"], unique=False)
        batch_op.create_index("ix_per_diem_valid_on", ["valid_on"], unique=False)

    op.create_table(
        "period",
        sa.Column("pk", sa.INTEGER(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("ref", sa.TEXT(), nullable=False),
        sa.Column("gone", sa.INTEGER(), server_default="0", nullable=False),
        sa.Column("instrument", Id(), nullable=True),
        sa.Column("number", sa.INTEGER(), nullable=True),
        sa.Column("starts_on", sa.TEXT(), nullable=True),
        sa.Column("ends_on", sa.TEXT(), nullable=True),
        sa.Column("signed_on", sa.TEXT(), nullable=True),
        sa.Column("signatories", sa.TEXT(), nullable=True),
        sa.Column("budget", Hundredths(), nullable=True),
        sa.Column("currency", sa.TEXT(), nullable=True),
        sa.Column("act", sa.TEXT(), nullable=True),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
    )
    with op.batch_alter_table("period", schema=None) as batch_op:
        batch_op.create_index("ix_period_ends_on", ["ends_on"], unique=False)
        batch_op.create_index("ix_period_instrument", ["instrument"], unique=False)
        batch_op.create_index("ix_period_ref", ["ref"], unique=False)
        batch_op.create_index("ix_period_signed_on", ["signed_on"], unique=False)
        batch_op.create_index("ix_period_starts_on", ["starts_on"], unique=False)

    op.create_table(
        "person",
        sa.Column("pk", sa.INTEGER(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("ref", sa.TEXT(), nullable=False),
        sa.Column("gone", sa.INTEGER(), server_default="0", nullable=False),
        sa.Column("family_name", sa.TEXT(), nullable=True),
        sa.Column("given_name", sa.TEXT(), nullable=True),
        sa.Column("title", sa.TEXT(), nullable=True),
        sa.Column("position", sa.TEXT(), nullable=True),
        sa.Column("partner", Id(), nullable=True),
        sa.Column("unit", Id(), nullable=True),
        sa.Column("office", Id(), nullable=True),
        sa.Column("orcid", sa.TEXT(), nullable=True),
        sa.Column("email", sa.TEXT(), nullable=True),
        sa.Column("phone", sa.TEXT(), nullable=True),
        sa.Column("notes", sa.TEXT(), nullable=True),
        sa.Column("basis", sa.TEXT(), nullable=True),
        sa.Column("purpose", sa.TEXT(), nullable=True),
        sa.Column("origin", sa.TEXT(), nullable=True),
        sa.Column("informed_on", sa.TEXT(), nullable=True),
        sa.Column("checked_on", sa.TEXT(), nullable=True),
        sa.Column("objects", sa.Boolean(), nullable=True),
        sa.Column("restricted", sa.Boolean(), nullable=True),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
    )
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.create_index("ix_person_email", ["email"], unique=False)
        batch_op.create_index("ix_person_office", ["office"], unique=False)
        batch_op.create_index("ix_person_orcid", ["orcid"], unique=False)
        batch_op.create_index("ix_person_partner", ["partner"], unique=False)
        batch_op.create_index("ix_person_ref", ["ref"], unique=False)
        batch_op.create_index("ix_person_unit", ["unit"], unique=False)

    op.create_table(
        "programme",
        sa.Column("pk", sa.INTEGER(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("ref", sa.TEXT(), nullable=False),
        sa.Column("gone", sa.INTEGER(), server_default="0", nullable=False),
        sa.Column("name", sa.TEXT(), nullable=True),
        sa.Column("country", Values(), nullable=True),
        sa.Column("source", sa.TEXT(), nullable=True),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
    )
    with op.batch_alter_table("programme", schema=None) as batch_op:
        batch_op.create_index("ix_programme_name", ["name"], unique=False)
        batch_op.create_index("ix_programme_ref", ["ref"], unique=False)

    op.create_table(
        "rate",
        sa.Column("pk", sa.INTEGER(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("ref", sa.TEXT(), nullable=False),
        sa.Column("gone", sa.INTEGER(), server_default="0", nullable=False),
        sa.Column("currency", sa.TEXT(), nullable=True),
        sa.Column("valid_on", sa.TEXT(), nullable=True),
        sa.Column("euros_per_unit", sa.TEXT(), nullable=True),
        sa.Column("source", sa.TEXT(), nullable=True),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
    )
    with op.batch_alter_table("rate", schema=None) as batch_op:
        batch_op.create_index("ix_rate_ref", ["ref"], unique=False)
        batch_op.create_index("ix_rate_valid_on", ["valid_on"], unique=False)

    op.create_table(
        "security_rule",
        sa.Column("pk", sa.INTEGER(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("ref", sa.TEXT(), nullable=False),
        sa.Column("gone", sa.INTEGER(), server_default="0", nullable=False),
        sa.Column("country", Id(), nullable=True),
        sa.Column("class", sa.TEXT(), nullable=True),
        sa.Column("days_needed", sa.INTEGER(), nullable=True),
        sa.Column("valid_on", sa.TEXT(), nullable=True),
        sa.Column("source", sa.TEXT(), nullable=True),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
    )
    with op.batch_alter_table("security_rule", schema=None) as batch_op:
        batch_op.create_index("ix_security_rule_country", ["country"], unique=False)
        batch_op.create_index("ix_security_rule_ref", ["ref"], unique=False)
        batch_op.create_index("ix_security_rule_valid_on", ["valid_on"], unique=False)

    op.create_table(
        "setting",
        sa.Column("key", sa.TEXT(), nullable=False),
        sa.Column("value", sa.TEXT(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "shipment",
        sa.Column("number", sa.TEXT(), nullable=False),
        sa.Column("seq", sa.INTEGER(), nullable=False),
        sa.Column("recipient", sa.TEXT(), nullable=True),
        sa.Column("wall", sa.INTEGER(), nullable=False),
        sa.Column("due_on", sa.TEXT(), nullable=True),
        sa.Column("scope", sa.TEXT(), nullable=False),
        sa.Column("file_name", sa.TEXT(), nullable=False),
        sa.Column("sha256", sa.TEXT(), nullable=False),
        sa.Column("base", sa.BLOB(), nullable=False),
        sa.Column("returned", sa.INTEGER(), nullable=True),
        sa.Column("state", sa.TEXT(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_table(
        "unit",
        sa.Column("pk", sa.INTEGER(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("ref", sa.TEXT(), nullable=False),
        sa.Column("gone", sa.INTEGER(), server_default="0", nullable=False),
        sa.Column("code", sa.TEXT(), nullable=True),
        sa.Column("former_codes", Values(), nullable=True),
        sa.Column("name", sa.TEXT(), nullable=True),
        sa.Column("acronym", sa.TEXT(), nullable=True),
        sa.Column("institute", sa.TEXT(), nullable=True),
        sa.Column("city", sa.TEXT(), nullable=True),
        sa.Column("country", Id(), nullable=True),
        sa.Column("supervisors", sa.TEXT(), nullable=True),
        sa.Column("website", sa.TEXT(), nullable=True),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
    )
    with op.batch_alter_table("unit", schema=None) as batch_op:
        batch_op.create_index("ix_unit_code", ["code"], unique=False)
        batch_op.create_index("ix_unit_country", ["country"], unique=False)
        batch_op.create_index("ix_unit_ref", ["ref"], unique=False)

    op.create_table(
        "voided", sa.Column("id", Id(), nullable=False), sa.PrimaryKeyConstraint("id"), sqlite_with_rowid=False
    )
    op.create_table(
        "zone",
        sa.Column("pk", sa.INTEGER(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("ref", sa.TEXT(), nullable=False),
        sa.Column("gone", sa.INTEGER(), server_default="0", nullable=False),
        sa.Column("office", Id(), nullable=True),
        sa.Column("country", Id(), nullable=True),
        sa.Column("since_on", sa.TEXT(), nullable=True),
        sa.Column("until_on", sa.TEXT(), nullable=True),
        sa.Column("source", sa.TEXT(), nullable=True),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
    )
    with op.batch_alter_table("zone", schema=None) as batch_op:
        batch_op.create_index("ix_zone_country", ["country"], unique=False)
        batch_op.create_index("ix_zone_office", ["office"], unique=False)
        batch_op.create_index("ix_zone_ref", ["ref"], unique=False)
        batch_op.create_index("ix_zone_since_on", ["since_on"], unique=False)
        batch_op.create_index("ix_zone_until_on", ["until_on"], unique=False)

    op.create_table(
        "origin",
        sa.Column("batch", sa.INTEGER(), nullable=False),
        sa.Column("change", sa.INTEGER(), nullable=False),
        sa.ForeignKeyConstraint(
            ["batch"],
            ["batch.seq"],
        ),
        sa.ForeignKeyConstraint(
            ["change"],
            ["change.seq"],
        ),
        sa.PrimaryKeyConstraint("batch", "change"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("origin", schema=None) as batch_op:
        batch_op.create_index("ix_origin_change", ["change"], unique=False)

    create_search(op.get_bind())
    op.execute(f"PRAGMA application_id={APPLICATION_ID}")
