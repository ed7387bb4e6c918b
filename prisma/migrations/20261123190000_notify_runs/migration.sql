-- NOT-3 · A message to the customers of many cases is a run: what it says, to whom, and how far it has come.
CREATE TYPE "notify_run_state" AS ENUM ('waiting', 'running', 'stopped', 'done');
CREATE TYPE "notify_case_state" AS ENUM ('queued', 'told', 'skipped');
CREATE TYPE "notify_person_state" AS ENUM ('queued', 'mailed', 'skipped');

CREATE TABLE "notify_runs" (
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "sender_id" UUID NOT NULL,
    "state" "notify_run_state" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by_id" UUID,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "notify_runs_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "notify_runs_text_length" CHECK (char_length("text") BETWEEN 1 AND 32000),
    -- NOT-7 · Somebody else confirms.
    CONSTRAINT "notify_runs_two_people" CHECK ("confirmed_by_id" IS DISTINCT FROM "sender_id"),
    CONSTRAINT "notify_runs_finished" CHECK (("finished_at" IS NOT NULL) = ("state" = 'done'))
);

CREATE TABLE "notify_cases" (
    "run_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "state" "notify_case_state" NOT NULL DEFAULT 'queued',
    "reason" TEXT NOT NULL DEFAULT '',
    "noted" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "notify_cases_pkey" PRIMARY KEY ("run_id", "case_id"),
    CONSTRAINT "notify_cases_skipped_because" CHECK (("state" = 'skipped') = ("reason" <> ''))
);

CREATE TABLE "notify_people" (
    "run_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "state" "notify_person_state" NOT NULL DEFAULT 'queued',
    "reason" TEXT NOT NULL DEFAULT '',
    "mail_id" UUID,
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "notify_people_pkey" PRIMARY KEY ("run_id", "user_id"),
    CONSTRAINT "notify_people_skipped_because" CHECK (("state" = 'skipped') = ("reason" <> '')),
    CONSTRAINT "notify_people_mailed_once" CHECK (("state" = 'mailed') = ("mail_id" IS NOT NULL))
);

CREATE TABLE "notify_case_people" (
    "run_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "notify_case_people_pkey" PRIMARY KEY ("run_id", "user_id", "case_id")
);

CREATE INDEX "notify_runs_source" ON "notify_runs"("source_id", "created_at" DESC);
CREATE INDEX "notify_runs_sender" ON "notify_runs"("sender_id");
CREATE INDEX "notify_runs_running" ON "notify_runs"("id") WHERE (state = 'running');
CREATE INDEX "notify_cases_queued" ON "notify_cases"("run_id", "case_id") WHERE (state = 'queued');
CREATE INDEX "notify_cases_case_id_idx" ON "notify_cases"("case_id");
CREATE INDEX "notify_people_queued" ON "notify_people"("run_id", "user_id") WHERE (state = 'queued');
CREATE INDEX "notify_people_user" ON "notify_people"("user_id", "told_at" DESC);
CREATE UNIQUE INDEX "notify_people_mail" ON "notify_people"("mail_id");

ALTER TABLE "notify_runs" ADD CONSTRAINT "notify_runs_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "tasks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "notify_runs" ADD CONSTRAINT "notify_runs_sender_id_fkey" FOREIGN KEY ("sender_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "notify_runs" ADD CONSTRAINT "notify_runs_confirmed_by_id_fkey" FOREIGN KEY ("confirmed_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "notify_cases" ADD CONSTRAINT "notify_cases_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "notify_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "notify_cases" ADD CONSTRAINT "notify_cases_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "notify_people" ADD CONSTRAINT "notify_people_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "notify_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "notify_people" ADD CONSTRAINT "notify_people_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "notify_people" ADD CONSTRAINT "notify_people_mail_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "mails"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "notify_case_people" ADD CONSTRAINT "notify_case_people_run_id_user_id_fkey" FOREIGN KEY ("run_id", "user_id") REFERENCES "notify_people"("run_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "notify_case_people" ADD CONSTRAINT "notify_case_people_run_id_case_id_fkey" FOREIGN KEY ("run_id", "case_id") REFERENCES "notify_cases"("run_id", "case_id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "notify_case_people_case" ON "notify_case_people"("run_id", "case_id");

-- NOT-3 · Nobody is told twice: what was told, mailed or left out stays so, and what a run says is not rewritten.
CREATE TRIGGER "notify_cases_told_once" BEFORE UPDATE ON "notify_cases" FOR EACH ROW
  WHEN (OLD."state" <> 'queued' AND (OLD."state", OLD."reason") IS DISTINCT FROM (NEW."state", NEW."reason"))
  EXECUTE FUNCTION "refuse_rewriting"();
CREATE TRIGGER "notify_people_told_once" BEFORE UPDATE ON "notify_people" FOR EACH ROW
  WHEN (OLD."state" <> 'queued' AND (OLD."state", OLD."mail_id") IS DISTINCT FROM (NEW."state", NEW."mail_id"))
  EXECUTE FUNCTION "refuse_rewriting"();
CREATE TRIGGER "notify_runs_keep_their_words" BEFORE UPDATE ON "notify_runs" FOR EACH ROW
  WHEN ((OLD."source_id", OLD."text", OLD."sender_id", OLD."created_at")
    IS DISTINCT FROM (NEW."source_id", NEW."text", NEW."sender_id", NEW."created_at"))
  EXECUTE FUNCTION "refuse_rewriting"();

-- ADM-7 · Messages that one sends again and again.
CREATE TABLE "message_templates" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "message_templates_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "message_templates_name_key" ON "message_templates"("name");
