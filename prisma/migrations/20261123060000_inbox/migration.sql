-- What people are told of: mentions, questions for approval, assignments, answers of customers, and what happens to records that they watch.
CREATE TYPE "inbox_reason" AS ENUM ('mentioned', 'approval', 'assigned', 'answered', 'moved', 'commented', 'noted');

CREATE TABLE "inbox_items" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "user_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "cause_id" UUID NOT NULL,
    "entry_id" UUID,
    "reason" "inbox_reason" NOT NULL,
    "records" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "inbox_items_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "inbox_items_once" ON "inbox_items"("cause_id", "user_id");
CREATE INDEX "inbox_items_newest" ON "inbox_items"("user_id", "created_at" DESC, "id" DESC);
CREATE INDEX "inbox_items_unread" ON "inbox_items"("user_id", "task_id") WHERE (read_at IS NULL);

ALTER TABLE "inbox_items" ADD CONSTRAINT "inbox_items_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "inbox_items" ADD CONSTRAINT "inbox_items_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "tasks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "inbox_items" ADD CONSTRAINT "inbox_items_cause_id_fkey" FOREIGN KEY ("cause_id") REFERENCES "causes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "inbox_items" ADD CONSTRAINT "inbox_items_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "journal_entries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A line is read once, and changes in nothing else.
CREATE TRIGGER "inbox_items_read_once" BEFORE UPDATE ON "inbox_items" FOR EACH ROW
  WHEN (OLD."read_at" IS NOT NULL OR
    (OLD."id", OLD."user_id", OLD."task_id", OLD."cause_id", OLD."entry_id", OLD."reason", OLD."records", OLD."created_at")
    IS DISTINCT FROM
    (NEW."id", NEW."user_id", NEW."task_id", NEW."cause_id", NEW."entry_id", NEW."reason", NEW."records", NEW."created_at"))
  EXECUTE FUNCTION "refuse_rewriting"();
CREATE TRIGGER "inbox_items_stay" BEFORE DELETE ON "inbox_items"
  FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();
CREATE TRIGGER "inbox_items_not_emptied" BEFORE TRUNCATE ON "inbox_items"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();
