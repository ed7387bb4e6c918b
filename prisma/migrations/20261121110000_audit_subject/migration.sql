-- ADM-12: the log of one subject, and whether anything has happened to it since an entry.
CREATE INDEX "audit_entries_subject" ON "audit_entries"("subject", "at" DESC, "id" DESC);
