-- CASE-10: the customer whose answer somebody of the staff records, as history says it.
ALTER TABLE "causes" ADD COLUMN "on_behalf_of" TEXT;
