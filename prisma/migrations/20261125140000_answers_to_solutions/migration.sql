-- AlterTable
ALTER TABLE "cases" ADD COLUMN     "answered_at" TIMESTAMPTZ(3),
ADD COLUMN     "waits_since" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "rejected_solutions" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "case_id" UUID NOT NULL,
    "resolution_notes" TEXT NOT NULL,
    "rejected_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rejected_solutions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "rejected_solutions_case_id_rejected_at_idx" ON "rejected_solutions"("case_id", "rejected_at");

-- CreateIndex
CREATE INDEX "cases_answered" ON "cases"("answered_at", "id") WHERE (answered_at IS NOT NULL);

-- AddForeignKey
ALTER TABLE "rejected_solutions" ADD CONSTRAINT "rejected_solutions_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CASE-11: what customers have commented on solutions that still wait stops their clocks, too.
UPDATE "cases" c SET "answered_at" = said."at"
FROM "tasks" t, LATERAL (
  SELECT min(e."created_at") AS "at" FROM "journal_entries" e JOIN "users" u ON u."id" = e."author_id"
  WHERE e."task_id" = t."id" AND e."type" = 'comment' AND e."created_at" >= t."resolved_at" AND u."kind" <> 'internal'
) said
WHERE t."id" = c."id" AND t."state" = 'resolved' AND said."at" IS NOT NULL;
