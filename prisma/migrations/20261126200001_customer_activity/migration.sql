-- NTF-1: the time of what customers may see, beside the time of what staff see.
ALTER TABLE "tasks" ADD COLUMN "customer_updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- A closed case gets its time as well, which is no change of it (CASE-5).
ALTER TABLE "tasks" DISABLE TRIGGER USER;
UPDATE "tasks" t SET "customer_updated_at" = CASE WHEN t."kind" <> 'case' THEN t."updated_at" ELSE greatest(
  t."created_at",
  (SELECT max(e."created_at") FROM "journal_entries" e WHERE e."task_id" = t."id" AND e."type" = 'comment'),
  (SELECT max(f."changed_at") FROM "field_changes" f WHERE f."task_id" = t."id" AND f."field" IN
    ('shortDescription', 'description', 'state', 'priority', 'accountId', 'contactId', 'consumerId', 'productId', 'assetId',
     'addResolutionNotesToComments', 'resolutionNotes'))) END;
ALTER TABLE "tasks" ENABLE TRIGGER USER;

CREATE INDEX "tasks_account_customer" ON "tasks"("account_id", "customer_updated_at" DESC, "id" DESC) WHERE (kind = 'case'::task_kind);
DROP INDEX "tasks_account_waiting";
CREATE INDEX "tasks_account_waiting" ON "tasks"("account_id", "customer_updated_at" DESC, "id" DESC) WHERE ((kind = 'case'::task_kind) AND (state = ANY (ARRAY['awaiting_info'::text, 'resolved'::text])));
