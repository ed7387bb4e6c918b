-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "task_kind" ADD VALUE 'work_order';
ALTER TYPE "task_kind" ADD VALUE 'work_order_task';

-- CreateTable
CREATE TABLE "work_orders" (
    "id" UUID NOT NULL,
    "case_id" UUID,
    "caller_id" UUID,
    "company_id" UUID,
    "asset_id" UUID,
    "partner_id" UUID,
    "partner_contact_id" UUID,
    "address" TEXT NOT NULL DEFAULT '',
    "time_zone" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "work_orders_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "work_order_tasks" (
    "id" UUID NOT NULL,
    "work_order_id" UUID NOT NULL,
    "case_id" UUID,
    "asset_id" UUID,
    "follows_on_from_id" UUID,
    "planned_start" TIMESTAMPTZ(3),
    "planned_end" TIMESTAMPTZ(3),
    "planned_minutes" INTEGER,
    "actual_start" TIMESTAMPTZ(3),
    "actual_end" TIMESTAMPTZ(3),
    "actual_minutes" INTEGER,

    CONSTRAINT "work_order_tasks_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "work_orders_case_id_idx" ON "work_orders"("case_id");

-- CreateIndex
CREATE INDEX "work_orders_caller_id_idx" ON "work_orders"("caller_id");

-- CreateIndex
CREATE INDEX "work_order_tasks_work_order_id_idx" ON "work_order_tasks"("work_order_id");

-- CreateIndex
CREATE INDEX "work_order_tasks_follows_on_from_id_idx" ON "work_order_tasks"("follows_on_from_id");

-- AddForeignKey
ALTER TABLE "work_orders" ADD CONSTRAINT "work_orders_id_fkey" FOREIGN KEY ("id") REFERENCES "tasks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_orders" ADD CONSTRAINT "work_orders_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_orders" ADD CONSTRAINT "work_orders_caller_id_fkey" FOREIGN KEY ("caller_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_orders" ADD CONSTRAINT "work_orders_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_orders" ADD CONSTRAINT "work_orders_asset_id_fkey" FOREIGN KEY ("asset_id") REFERENCES "assets"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_orders" ADD CONSTRAINT "work_orders_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_orders" ADD CONSTRAINT "work_orders_partner_contact_id_fkey" FOREIGN KEY ("partner_contact_id") REFERENCES "contacts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_order_tasks" ADD CONSTRAINT "work_order_tasks_id_fkey" FOREIGN KEY ("id") REFERENCES "tasks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_order_tasks" ADD CONSTRAINT "work_order_tasks_work_order_id_fkey" FOREIGN KEY ("work_order_id") REFERENCES "work_orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_order_tasks" ADD CONSTRAINT "work_order_tasks_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_order_tasks" ADD CONSTRAINT "work_order_tasks_asset_id_fkey" FOREIGN KEY ("asset_id") REFERENCES "assets"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_order_tasks" ADD CONSTRAINT "work_order_tasks_follows_on_from_id_fkey" FOREIGN KEY ("follows_on_from_id") REFERENCES "work_order_tasks"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE SEQUENCE "work_order_numbers" START 10001;
CREATE SEQUENCE "work_order_task_numbers" START 10001;

ALTER TABLE "work_order_tasks"
  ADD CONSTRAINT "work_order_tasks_planned" CHECK ("planned_start" < "planned_end"),
  ADD CONSTRAINT "work_order_tasks_actual" CHECK ("actual_start" <= "actual_end"),
  ADD CONSTRAINT "work_order_tasks_minutes" CHECK ("planned_minutes" > 0 AND "actual_minutes" >= 0),
  ADD CONSTRAINT "work_order_tasks_follows_another" CHECK ("follows_on_from_id" <> "id");
