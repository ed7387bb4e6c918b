-- REC-1, REC-2, ADM-12: journal, history and audit log only grow. A record or person that they name is not deleted.
ALTER TABLE "journal_entries" DROP CONSTRAINT "journal_entries_task_id_fkey",
  DROP CONSTRAINT "journal_entries_author_id_fkey",
  DROP CONSTRAINT "journal_entries_source_task_id_fkey",
  DROP CONSTRAINT "journal_entries_source_entry_id_fkey",
  ADD CONSTRAINT "journal_entries_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "tasks"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "journal_entries_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "journal_entries_source_task_id_fkey" FOREIGN KEY ("source_task_id") REFERENCES "tasks"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "journal_entries_source_entry_id_fkey" FOREIGN KEY ("source_entry_id") REFERENCES "journal_entries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "field_changes" DROP CONSTRAINT "field_changes_task_id_fkey",
  ADD CONSTRAINT "field_changes_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "tasks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "audit_entries" DROP CONSTRAINT "audit_entries_actor_id_fkey",
  ADD CONSTRAINT "audit_entries_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

DROP TRIGGER "journal_entries_append_only" ON "journal_entries";
DROP TRIGGER "field_changes_append_only" ON "field_changes";
CREATE TRIGGER "journal_entries_append_only" BEFORE UPDATE OR DELETE ON "journal_entries"
  FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();
CREATE TRIGGER "field_changes_append_only" BEFORE UPDATE OR DELETE ON "field_changes"
  FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();
CREATE TRIGGER "audit_entries_append_only" BEFORE UPDATE OR DELETE ON "audit_entries"
  FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();
CREATE TRIGGER "journal_entries_not_emptied" BEFORE TRUNCATE ON "journal_entries"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();
CREATE TRIGGER "field_changes_not_emptied" BEFORE TRUNCATE ON "field_changes"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();
CREATE TRIGGER "audit_entries_not_emptied" BEFORE TRUNCATE ON "audit_entries"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();
