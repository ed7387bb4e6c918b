-- AlterTable
ALTER TABLE "cases" ADD COLUMN     "initiated_as_request" BOOLEAN NOT NULL DEFAULT false;
