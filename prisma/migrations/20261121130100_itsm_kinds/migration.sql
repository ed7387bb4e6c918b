-- CreateEnum
CREATE TYPE "article_readers" AS ENUM ('internal', 'external');

-- AlterTable
ALTER TABLE "cases" ADD COLUMN     "caused_by_change_id" UUID,
ADD COLUMN     "change_id" UUID,
ADD COLUMN     "code_confirmation" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "problem_id" UUID;

-- AlterTable
ALTER TABLE "incidents" ADD COLUMN     "caused_by_change_id" UUID,
ADD COLUMN     "change_id" UUID,
ADD COLUMN     "problem_id" UUID;

-- CreateTable
CREATE TABLE "problems" (
    "id" UUID NOT NULL,
    "first_reported_by_id" UUID,
    "workaround" TEXT NOT NULL DEFAULT '',
    "known_error" BOOLEAN NOT NULL DEFAULT false,
    "cause_notes" TEXT NOT NULL DEFAULT '',
    "fix_notes" TEXT NOT NULL DEFAULT '',
    "risk_accepted_reason" TEXT NOT NULL DEFAULT '',
    "cancelled_reason" TEXT NOT NULL DEFAULT '',
    "resolution_code" TEXT,
    "duplicate_of_id" UUID,
    "article_id" UUID,
    "communicated_workaround" TEXT,
    "communicated_fix" TEXT,

    CONSTRAINT "problems_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "changes" (
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL DEFAULT 'normal',
    "template_id" UUID,
    "category" TEXT NOT NULL DEFAULT 'Other',
    "risk" TEXT NOT NULL DEFAULT 'moderate',
    "requested_by_id" UUID,
    "caller_id" UUID,
    "planned_start" TIMESTAMPTZ(3),
    "planned_end" TIMESTAMPTZ(3),
    "on_hold" BOOLEAN NOT NULL DEFAULT false,
    "on_hold_reason" TEXT NOT NULL DEFAULT '',
    "justification" TEXT NOT NULL DEFAULT '',
    "implementation_plan" TEXT NOT NULL DEFAULT '',
    "backout_plan" TEXT NOT NULL DEFAULT '',
    "test_plan" TEXT NOT NULL DEFAULT '',
    "close_code" TEXT,
    "close_notes" TEXT NOT NULL DEFAULT '',
    "cancel_reason" TEXT NOT NULL DEFAULT '',
    "approval_group_id" UUID,
    "approval" TEXT NOT NULL DEFAULT 'not_requested',

    CONSTRAINT "changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change_templates" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "short_description" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "risk" TEXT NOT NULL DEFAULT 'low',
    "justification" TEXT NOT NULL DEFAULT '',
    "implementation_plan" TEXT NOT NULL DEFAULT '',
    "backout_plan" TEXT NOT NULL DEFAULT '',
    "test_plan" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "change_templates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "approvals" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "task_id" UUID NOT NULL,
    "approver_id" UUID NOT NULL,
    "stage" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "answer" TEXT NOT NULL DEFAULT 'requested',
    "reason" TEXT NOT NULL DEFAULT '',
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "approvals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "requests" (
    "id" UUID NOT NULL,
    "case_id" UUID,
    "requested_for_id" UUID,
    "delivery_information" TEXT NOT NULL DEFAULT '',
    "special_instructions" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "requested_items" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "catalog_item_id" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "price_cents" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "approval" TEXT NOT NULL DEFAULT 'not_requested',
    "due_at" TIMESTAMPTZ(3),

    CONSTRAINT "requested_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalog_categories" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,

    CONSTRAINT "catalog_categories_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalog_items" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "category_id" UUID NOT NULL,
    "price_cents" INTEGER NOT NULL DEFAULT 0,
    "delivery_days" INTEGER NOT NULL DEFAULT 3,
    "approval_group_id" UUID,
    "fulfilment_group_id" UUID,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "catalog_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "articles" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "number" TEXT NOT NULL DEFAULT next_article_number(),
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "readers" "article_readers" NOT NULL DEFAULT 'internal',
    "published_at" TIMESTAMPTZ(3),
    "author_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "articles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_articles" (
    "case_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,

    CONSTRAINT "case_articles_pkey" PRIMARY KEY ("case_id","article_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "change_templates_name_key" ON "change_templates"("name");

-- CreateIndex
CREATE INDEX "approvals_open" ON "approvals"("approver_id") WHERE (answer = 'requested');

-- CreateIndex
CREATE UNIQUE INDEX "approvals_once" ON "approvals"("task_id", "round", "approver_id");

-- CreateIndex
CREATE INDEX "requests_case_id_idx" ON "requests"("case_id");

-- CreateIndex
CREATE INDEX "requested_items_request_id_idx" ON "requested_items"("request_id");

-- CreateIndex
CREATE UNIQUE INDEX "catalog_categories_name_key" ON "catalog_categories"("name");

-- CreateIndex
CREATE UNIQUE INDEX "catalog_items_name_key" ON "catalog_items"("name");

-- CreateIndex
CREATE UNIQUE INDEX "articles_number_key" ON "articles"("number");

-- CreateIndex
CREATE INDEX "cases_problem_id_idx" ON "cases"("problem_id");

-- CreateIndex
CREATE INDEX "cases_change_id_idx" ON "cases"("change_id");

-- CreateIndex
CREATE INDEX "cases_caused_by_change_id_idx" ON "cases"("caused_by_change_id");

-- CreateIndex
CREATE INDEX "incidents_problem_id_idx" ON "incidents"("problem_id");

-- AddForeignKey
ALTER TABLE "problems" ADD CONSTRAINT "problems_id_fkey" FOREIGN KEY ("id") REFERENCES "tasks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "problems" ADD CONSTRAINT "problems_first_reported_by_id_fkey" FOREIGN KEY ("first_reported_by_id") REFERENCES "tasks"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "problems" ADD CONSTRAINT "problems_duplicate_of_id_fkey" FOREIGN KEY ("duplicate_of_id") REFERENCES "problems"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "problems" ADD CONSTRAINT "problems_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "changes" ADD CONSTRAINT "changes_id_fkey" FOREIGN KEY ("id") REFERENCES "tasks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "changes" ADD CONSTRAINT "changes_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "change_templates"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "changes" ADD CONSTRAINT "changes_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "changes" ADD CONSTRAINT "changes_caller_id_fkey" FOREIGN KEY ("caller_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "changes" ADD CONSTRAINT "changes_approval_group_id_fkey" FOREIGN KEY ("approval_group_id") REFERENCES "groups"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "tasks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_approver_id_fkey" FOREIGN KEY ("approver_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requests" ADD CONSTRAINT "requests_id_fkey" FOREIGN KEY ("id") REFERENCES "tasks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requests" ADD CONSTRAINT "requests_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requests" ADD CONSTRAINT "requests_requested_for_id_fkey" FOREIGN KEY ("requested_for_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requested_items" ADD CONSTRAINT "requested_items_id_fkey" FOREIGN KEY ("id") REFERENCES "tasks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requested_items" ADD CONSTRAINT "requested_items_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "requests"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requested_items" ADD CONSTRAINT "requested_items_catalog_item_id_fkey" FOREIGN KEY ("catalog_item_id") REFERENCES "catalog_items"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog_items" ADD CONSTRAINT "catalog_items_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "catalog_categories"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog_items" ADD CONSTRAINT "catalog_items_approval_group_id_fkey" FOREIGN KEY ("approval_group_id") REFERENCES "groups"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog_items" ADD CONSTRAINT "catalog_items_fulfilment_group_id_fkey" FOREIGN KEY ("fulfilment_group_id") REFERENCES "groups"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "articles" ADD CONSTRAINT "articles_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_articles" ADD CONSTRAINT "case_articles_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_articles" ADD CONSTRAINT "case_articles_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_problem_id_fkey" FOREIGN KEY ("problem_id") REFERENCES "problems"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "changes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_caused_by_change_id_fkey" FOREIGN KEY ("caused_by_change_id") REFERENCES "changes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_problem_id_fkey" FOREIGN KEY ("problem_id") REFERENCES "problems"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "changes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_caused_by_change_id_fkey" FOREIGN KEY ("caused_by_change_id") REFERENCES "changes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What must never happen.
ALTER TABLE "tasks" DROP CONSTRAINT "tasks_active_until_final";
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_active_until_final" CHECK ("active" = ("state" NOT IN (
  'closed', 'cancelled', 'canceled', 'closed_complete', 'closed_incomplete', 'closed_skipped', 'closed_cancelled', 'closed_rejected')));
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_problem_state" CHECK ("kind" <> 'problem'
  OR "state" IN ('new', 'assess', 'root_cause_analysis', 'fix_in_progress', 'resolved', 'closed'));
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_change_state" CHECK ("kind" <> 'change'
  OR "state" IN ('new', 'assess', 'authorize', 'scheduled', 'implement', 'review', 'closed', 'canceled'));
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_request_state" CHECK ("kind" <> 'request'
  OR "state" IN ('requested', 'approved', 'closed_complete', 'closed_incomplete', 'closed_cancelled', 'closed_rejected'));
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_requested_item_state" CHECK ("kind" <> 'requested_item'
  OR "state" IN ('pending', 'open', 'work_in_progress', 'closed_complete', 'closed_incomplete', 'closed_skipped'));
ALTER TABLE "problems" ADD CONSTRAINT "problems_resolution_code"
  CHECK ("resolution_code" IN ('fix_applied', 'risk_accepted', 'duplicate', 'canceled'));
ALTER TABLE "problems" ADD CONSTRAINT "problems_not_own_duplicate" CHECK ("duplicate_of_id" <> "id");
ALTER TABLE "changes" ADD CONSTRAINT "changes_standard_has_template" CHECK (("type" = 'standard') = ("template_id" IS NOT NULL));
ALTER TABLE "changes" ADD CONSTRAINT "changes_type" CHECK ("type" IN ('normal', 'standard', 'emergency'));
ALTER TABLE "changes" ADD CONSTRAINT "changes_window" CHECK ("planned_end" > "planned_start");
ALTER TABLE "changes" ADD CONSTRAINT "changes_hold_has_reason" CHECK ("on_hold" = ("on_hold_reason" <> ''));
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_answer" CHECK ("answer" IN ('requested', 'approved', 'rejected', 'not_needed'));
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_rejected_with_reason" CHECK ("answer" <> 'rejected' OR "reason" <> '');
ALTER TABLE "requested_items" ADD CONSTRAINT "requested_items_quantity" CHECK ("quantity" BETWEEN 1 AND 99);
ALTER TABLE "catalog_items" ADD CONSTRAINT "catalog_items_amounts" CHECK ("price_cents" >= 0 AND "delivery_days" >= 0);
