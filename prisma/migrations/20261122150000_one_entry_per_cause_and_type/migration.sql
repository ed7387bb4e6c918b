-- SYNC-00: rules write at most one note and one comment into a record on account of one cause.
DROP INDEX "journal_entries_one_per_cause";
CREATE UNIQUE INDEX "journal_entries_one_per_cause" ON "journal_entries" ("task_id", "cause_id", "type") WHERE (lines IS NOT NULL);
