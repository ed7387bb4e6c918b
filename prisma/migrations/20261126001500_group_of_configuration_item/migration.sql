-- REL-17: whom a record that is created from a case about this item goes to.
ALTER TABLE "configuration_items" ADD COLUMN "assignment_group_id" UUID;
ALTER TABLE "configuration_items" ADD CONSTRAINT "configuration_items_assignment_group_id_fkey" FOREIGN KEY ("assignment_group_id") REFERENCES "groups"("id") ON DELETE SET NULL ON UPDATE CASCADE;
