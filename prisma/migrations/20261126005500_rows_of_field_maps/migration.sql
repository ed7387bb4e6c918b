-- AlterTable
ALTER TABLE "field_mappings" ADD COLUMN     "map" TEXT NOT NULL DEFAULT 'proactive_case';
