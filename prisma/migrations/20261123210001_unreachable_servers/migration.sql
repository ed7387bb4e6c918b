-- CreateTable
CREATE TABLE "unreachable_servers" (
    "name" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "tries" INTEGER NOT NULL,
    "error" TEXT NOT NULL,
    "next_try_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "unreachable_servers_pkey" PRIMARY KEY ("name")
);

-- One row for each server of others that we need and know by name, and no row for one that answers.
ALTER TABLE "unreachable_servers"
  ADD CONSTRAINT "unreachable_servers_known" CHECK ("name" IN ('mail_server', 'mailbox')),
  ADD CONSTRAINT "unreachable_servers_tried" CHECK ("tries" > 0);
