-- AlterTable
ALTER TABLE "catalog_items" ADD COLUMN     "approved_by_customer" BOOLEAN NOT NULL DEFAULT false;
