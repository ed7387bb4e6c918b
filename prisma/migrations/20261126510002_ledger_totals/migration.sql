-- AlterTable
ALTER TABLE "ledger_updates" ADD COLUMN     "actor_id" UUID;

-- CreateTable
CREATE TABLE "ledger_past" (
    "source_id" UUID NOT NULL,
    "updates" INTEGER NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "sent" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,
    "suppressed" INTEGER NOT NULL,

    CONSTRAINT "ledger_past_pkey" PRIMARY KEY ("source_id")
);

-- CreateTable
CREATE TABLE "ledger_sums" (
    "source_id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "outcome" "ledger_outcome" NOT NULL,
    "records" BIGINT NOT NULL,

    CONSTRAINT "ledger_sums_pkey" PRIMARY KEY ("source_id","rule","outcome")
);

-- CreateIndex
CREATE INDEX "ledger_rows_of_rule" ON "ledger_rows"("rule", "update_id");

-- CreateIndex
CREATE INDEX "ledger_updates_of_person" ON "ledger_updates"("actor_id", "at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "ledger_updates" ADD CONSTRAINT "ledger_updates_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_past" ADD CONSTRAINT "ledger_past_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "tasks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_sums" ADD CONSTRAINT "ledger_sums_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "ledger_past"("source_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- SYNC-6 · A total counts records.
ALTER TABLE "ledger_sums" ADD CONSTRAINT "ledger_sums_count_records" CHECK ("records" > 0);
ALTER TABLE "ledger_past" ADD CONSTRAINT "ledger_past_counts_updates" CHECK ("updates" > 0);
