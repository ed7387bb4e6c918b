-- CreateEnum
CREATE TYPE "ledger_outcome" AS ENUM ('written', 'state_kept', 'unchanged', 'closed', 'resolved', 'follows_major_case', 'major_case', 'changed_since', 'rule_off');

-- CreateTable
CREATE TABLE "ledger_updates" (
    "id" UUID NOT NULL,
    "cause_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_updates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_rows" (
    "update_id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "outcome" "ledger_outcome" NOT NULL,
    "records" INTEGER NOT NULL,

    CONSTRAINT "ledger_rows_pkey" PRIMARY KEY ("update_id","rule","outcome")
);

-- CreateIndex
CREATE INDEX "ledger_updates_of_record" ON "ledger_updates"("source_id", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "ledger_updates_newest" ON "ledger_updates"("at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "ledger_updates_once" ON "ledger_updates"("cause_id", "source_id");

-- AddForeignKey
ALTER TABLE "ledger_updates" ADD CONSTRAINT "ledger_updates_cause_id_fkey" FOREIGN KEY ("cause_id") REFERENCES "causes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_updates" ADD CONSTRAINT "ledger_updates_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "tasks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_rows" ADD CONSTRAINT "ledger_rows_update_id_fkey" FOREIGN KEY ("update_id") REFERENCES "ledger_updates"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- SYNC-6 · A row of the ledger counts records, and is not rewritten.
ALTER TABLE "ledger_rows" ADD CONSTRAINT "ledger_rows_count_records" CHECK ("records" > 0);
CREATE TRIGGER "ledger_updates_append_only" BEFORE UPDATE ON "ledger_updates"
  FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();
CREATE TRIGGER "ledger_rows_append_only" BEFORE UPDATE ON "ledger_rows"
  FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();
