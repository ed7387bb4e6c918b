-- A command writes its cause last, when it is known what rules did on its account.
ALTER TABLE "journal_entries" ALTER CONSTRAINT "journal_entries_cause_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "field_changes" ALTER CONSTRAINT "field_changes_cause_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "mails" ALTER CONSTRAINT "mails_cause_id_fkey" DEFERRABLE INITIALLY DEFERRED;
