-- AlterEnum
ALTER TYPE "ledger_outcome" ADD VALUE 'other_record';
ALTER TYPE "ledger_outcome" ADD VALUE 'refused';

-- AlterTable
ALTER TABLE "ledger_rows" ADD COLUMN     "named" UUID[] DEFAULT ARRAY[]::UUID[];
