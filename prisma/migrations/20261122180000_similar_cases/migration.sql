-- DropIndex
DROP INDEX "tasks_configuration_item";

-- CreateIndex
CREATE INDEX "cases_product" ON "cases"("product_id", "id" DESC);

-- CreateIndex
CREATE INDEX "tasks_configuration_item" ON "tasks"("configuration_item_id", "kind", "updated_at" DESC);
