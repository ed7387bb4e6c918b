-- A case that is created without an assignment group gets that of its product, or else of its account.
ALTER TABLE "products" ADD COLUMN "assignment_group_id" UUID;
ALTER TABLE "accounts" ADD COLUMN "assignment_group_id" UUID;
ALTER TABLE "products" ADD CONSTRAINT "products_assignment_group_id_fkey"
  FOREIGN KEY ("assignment_group_id") REFERENCES "groups"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_assignment_group_id_fkey"
  FOREIGN KEY ("assignment_group_id") REFERENCES "groups"("id") ON DELETE SET NULL ON UPDATE CASCADE;
