-- ADM-12: what a record or another row names is in use, and is not taken away by undoing that it was added.

ALTER TABLE "accounts" DROP CONSTRAINT "accounts_parent_id_fkey";
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "assets" DROP CONSTRAINT "assets_account_id_fkey";
ALTER TABLE "assets" ADD CONSTRAINT "assets_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "install_base_items" DROP CONSTRAINT "install_base_items_account_id_fkey";
ALTER TABLE "install_base_items" ADD CONSTRAINT "install_base_items_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "group_members" DROP CONSTRAINT "group_members_group_id_fkey";
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "tasks" DROP CONSTRAINT "tasks_account_id_fkey";
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "tasks" DROP CONSTRAINT "tasks_configuration_item_id_fkey";
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_configuration_item_id_fkey" FOREIGN KEY ("configuration_item_id") REFERENCES "configuration_items"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "tasks" DROP CONSTRAINT "tasks_assignment_group_id_fkey";
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_assignment_group_id_fkey" FOREIGN KEY ("assignment_group_id") REFERENCES "groups"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "cases" DROP CONSTRAINT "cases_product_id_fkey";
ALTER TABLE "cases" ADD CONSTRAINT "cases_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "products"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "cases" DROP CONSTRAINT "cases_asset_id_fkey";
ALTER TABLE "cases" ADD CONSTRAINT "cases_asset_id_fkey" FOREIGN KEY ("asset_id") REFERENCES "assets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "cases" DROP CONSTRAINT "cases_install_base_item_id_fkey";
ALTER TABLE "cases" ADD CONSTRAINT "cases_install_base_item_id_fkey" FOREIGN KEY ("install_base_item_id") REFERENCES "install_base_items"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "cases" DROP CONSTRAINT "cases_partner_id_fkey";
ALTER TABLE "cases" ADD CONSTRAINT "cases_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "incidents" DROP CONSTRAINT "incidents_service_id_fkey";
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "configuration_items"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "changes" DROP CONSTRAINT "changes_template_id_fkey";
ALTER TABLE "changes" ADD CONSTRAINT "changes_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "change_templates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "changes" DROP CONSTRAINT "changes_approval_group_id_fkey";
ALTER TABLE "changes" ADD CONSTRAINT "changes_approval_group_id_fkey" FOREIGN KEY ("approval_group_id") REFERENCES "groups"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "catalog_items" DROP CONSTRAINT "catalog_items_approval_group_id_fkey";
ALTER TABLE "catalog_items" ADD CONSTRAINT "catalog_items_approval_group_id_fkey" FOREIGN KEY ("approval_group_id") REFERENCES "groups"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "catalog_items" DROP CONSTRAINT "catalog_items_fulfilment_group_id_fkey";
ALTER TABLE "catalog_items" ADD CONSTRAINT "catalog_items_fulfilment_group_id_fkey" FOREIGN KEY ("fulfilment_group_id") REFERENCES "groups"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
