"""The lists of records: what each shows, how it is filtered, sorted and copied."""
