"""The dashboard: what is to be done now, what comes, who holds what and who travels; each number opens its list."""
