-- PRO-3 · A customer has at most one proactive case of a record, closed ones included: the database sees to it.
CREATE TABLE "proactive_cases" (
    "case_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "account_id" UUID,
    "consumer_id" UUID,

    CONSTRAINT "proactive_cases_pkey" PRIMARY KEY ("case_id"),
    CONSTRAINT "proactive_cases_one_customer" CHECK (num_nonnulls("account_id", "consumer_id") = 1)
);

CREATE UNIQUE INDEX "proactive_cases_of_account" ON "proactive_cases"("source_id", "account_id") WHERE (account_id IS NOT NULL);
CREATE UNIQUE INDEX "proactive_cases_of_consumer" ON "proactive_cases"("source_id", "consumer_id") WHERE (consumer_id IS NOT NULL);
CREATE INDEX "proactive_cases_account_id_idx" ON "proactive_cases"("account_id");
CREATE INDEX "proactive_cases_consumer_id_idx" ON "proactive_cases"("consumer_id");

ALTER TABLE "proactive_cases" ADD CONSTRAINT "proactive_cases_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "proactive_cases" ADD CONSTRAINT "proactive_cases_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "tasks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "proactive_cases" ADD CONSTRAINT "proactive_cases_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "proactive_cases" ADD CONSTRAINT "proactive_cases_consumer_id_fkey" FOREIGN KEY ("consumer_id") REFERENCES "consumers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ADM-4 · What a proactive case takes over from its record.
CREATE TABLE "field_mappings" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "target_field" TEXT NOT NULL,
    "source_field" TEXT NOT NULL,
    "fixed_value" TEXT NOT NULL DEFAULT '',
    "condition_field" TEXT NOT NULL DEFAULT 'always',
    "condition_value" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL DEFAULT 100,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "field_mappings_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "field_mappings_one_source" CHECK ("source_field" = 'fixed' OR "fixed_value" = '')
);
