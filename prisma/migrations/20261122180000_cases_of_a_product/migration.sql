-- CreateIndex
CREATE INDEX "cases_product_id_idx" ON "cases"("product_id");
