-- CreateEnum
CREATE TYPE "customer_sort" AS ENUM ('accounts', 'consumers');

-- CreateEnum
CREATE TYPE "recipient_state" AS ENUM ('listed', 'queued', 'made', 'had', 'left_out');

-- CreateEnum
CREATE TYPE "child_run_state" AS ENUM ('running', 'stopped', 'done');

-- CreateTable
CREATE TABLE "recipients_lists" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "major_case_id" UUID NOT NULL,
    "of" "customer_sort" NOT NULL,
    "condition" JSONB,
    "refreshed_at" TIMESTAMPTZ(3),
    "fixed_at" TIMESTAMPTZ(3),

    CONSTRAINT "recipients_lists_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recipients" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "list_id" UUID NOT NULL,
    "of" "customer_sort" NOT NULL,
    "account_id" UUID,
    "consumer_id" UUID,
    "dynamically_added" BOOLEAN NOT NULL,
    "active_communication" BOOLEAN NOT NULL DEFAULT true,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "added_by_id" UUID,
    "state" "recipient_state" NOT NULL DEFAULT 'listed',
    "run_id" UUID,
    "reason" TEXT NOT NULL DEFAULT '',
    "case_id" UUID,

    CONSTRAINT "recipients_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "child_case_runs" (
    "id" UUID NOT NULL,
    "list_id" UUID NOT NULL,
    "comment" TEXT NOT NULL,
    "started_by_id" UUID NOT NULL,
    "state" "child_run_state" NOT NULL DEFAULT 'running',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "tries" INTEGER NOT NULL DEFAULT 0,
    "next_try_at" TIMESTAMPTZ(3),
    "problem" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "child_case_runs_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "recipients_lists_of_major_case" ON "recipients_lists"("major_case_id", "of");

-- CreateIndex
CREATE UNIQUE INDEX "recipients_lists_of_sort" ON "recipients_lists"("id", "of");

-- CreateIndex
CREATE INDEX "recipients_case_id_idx" ON "recipients"("case_id");

-- MAJ-5 · A case is made for one customer.
CREATE UNIQUE INDEX "recipients_made" ON "recipients"("case_id") WHERE (state = 'made');

-- CreateIndex
CREATE INDEX "recipients_account_id_idx" ON "recipients"("account_id");

-- CreateIndex
CREATE INDEX "recipients_consumer_id_idx" ON "recipients"("consumer_id");

-- CreateIndex
CREATE INDEX "recipients_added_by_id_idx" ON "recipients"("added_by_id");

-- CreateIndex
CREATE INDEX "recipients_of_run" ON "recipients"("run_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "recipients_account" ON "recipients"("list_id", "account_id");

-- CreateIndex
CREATE UNIQUE INDEX "recipients_consumer" ON "recipients"("list_id", "consumer_id");

-- CreateIndex
CREATE INDEX "child_case_runs_list" ON "child_case_runs"("list_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "child_case_runs_started_by_id_idx" ON "child_case_runs"("started_by_id");

-- CreateIndex
CREATE INDEX "child_case_runs_running" ON "child_case_runs"("id") WHERE (state = 'running');

-- CreateIndex
CREATE UNIQUE INDEX "child_case_runs_one_at_once" ON "child_case_runs"("list_id") WHERE (state <> 'done');

-- AddForeignKey
ALTER TABLE "recipients_lists" ADD CONSTRAINT "recipients_lists_major_case_id_fkey" FOREIGN KEY ("major_case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recipients" ADD CONSTRAINT "recipients_list_id_of_fkey" FOREIGN KEY ("list_id", "of") REFERENCES "recipients_lists"("id", "of") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recipients" ADD CONSTRAINT "recipients_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recipients" ADD CONSTRAINT "recipients_consumer_id_fkey" FOREIGN KEY ("consumer_id") REFERENCES "consumers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recipients" ADD CONSTRAINT "recipients_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recipients" ADD CONSTRAINT "recipients_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "child_case_runs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recipients" ADD CONSTRAINT "recipients_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "child_case_runs" ADD CONSTRAINT "child_case_runs_list_id_fkey" FOREIGN KEY ("list_id") REFERENCES "recipients_lists"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "child_case_runs" ADD CONSTRAINT "child_case_runs_started_by_id_fkey" FOREIGN KEY ("started_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- MAJ-5 · A list is of accounts or of consumers, never mixed.
ALTER TABLE "recipients" ADD CONSTRAINT "recipients_never_mixed" CHECK (
  CASE "of" WHEN 'accounts' THEN "account_id" IS NOT NULL AND "consumer_id" IS NULL
            ELSE "consumer_id" IS NOT NULL AND "account_id" IS NULL END);

-- MAJ-5 · Whoever has a case has one, and whoever waits for one waits for a run.
ALTER TABLE "recipients" ADD CONSTRAINT "recipients_case_by_state" CHECK (("state" IN ('made', 'had')) = ("case_id" IS NOT NULL));
ALTER TABLE "recipients" ADD CONSTRAINT "recipients_queued_for_run" CHECK ("state" <> 'queued' OR "run_id" IS NOT NULL);

-- MAJ-5 · Lists are of major cases.
CREATE FUNCTION "check_list_of_major_case"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "cases" WHERE "id" = NEW."major_case_id" AND "major_case_state" = 'accepted') THEN
    RAISE EXCEPTION 'MAJ-5: a recipients list belongs to a major case' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "recipients_lists_of_major_cases" BEFORE INSERT ON "recipients_lists"
  FOR EACH ROW EXECUTE FUNCTION "check_list_of_major_case"();

-- MAJ-5 · Once child cases are made of a list it is only extended: neither it nor one of its rows goes, or becomes another.
CREATE FUNCTION "keep_fixed_list"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."fixed_at" IS NULL THEN
    RETURN COALESCE(NEW, OLD);
  END IF;
  IF TG_OP = 'DELETE' OR (NEW."id", NEW."major_case_id", NEW."of", NEW."fixed_at")
     IS DISTINCT FROM (OLD."id", OLD."major_case_id", OLD."of", OLD."fixed_at") THEN
    RAISE EXCEPTION 'MAJ-5: a list of which child cases were made is only extended' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "recipients_lists_stay" BEFORE UPDATE OR DELETE ON "recipients_lists"
  FOR EACH ROW EXECUTE FUNCTION "keep_fixed_list"();

CREATE FUNCTION "keep_recipient"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF EXISTS (SELECT FROM "recipients_lists" WHERE "id" = OLD."list_id" AND "fixed_at" IS NOT NULL) THEN
      RAISE EXCEPTION 'MAJ-5: a list of which child cases were made is only extended' USING ERRCODE = 'check_violation';
    END IF;
    RETURN OLD;
  END IF;
  IF (NEW."list_id", NEW."account_id", NEW."consumer_id") IS DISTINCT FROM (OLD."list_id", OLD."account_id", OLD."consumer_id")
     OR (OLD."case_id" IS NOT NULL AND NEW."case_id" IS DISTINCT FROM OLD."case_id") THEN
    RAISE EXCEPTION 'MAJ-5: a recipient keeps customer and case' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "recipients_stay" BEFORE UPDATE OR DELETE ON "recipients"
  FOR EACH ROW EXECUTE FUNCTION "keep_recipient"();
