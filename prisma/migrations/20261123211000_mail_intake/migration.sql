-- MAIL-6: from which network a mail was handed over ('': by a way that has none), and whether nobody is known by its sender's address.
ALTER TABLE "incoming_mails" ADD COLUMN "came_from" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "from_stranger" BOOLEAN NOT NULL DEFAULT false;

-- MAIL-6: what strangers have sent in the last hour, in all and from one network, and what of it waits.
CREATE INDEX "incoming_mails_strangers" ON "incoming_mails"("received_at" DESC) WHERE from_stranger;
CREATE INDEX "incoming_mails_strangers_network" ON "incoming_mails"("came_from", "received_at" DESC) WHERE from_stranger;
CREATE INDEX "incoming_mails_strangers_outcome" ON "incoming_mails"("outcome") WHERE from_stranger;

-- MAIL-4, MAIL-8: by which way a mail came stays as it was, too.
DROP TRIGGER "incoming_mails_keep_their_words" ON "incoming_mails";
CREATE TRIGGER "incoming_mails_keep_their_words" BEFORE UPDATE ON "incoming_mails" FOR EACH ROW
  WHEN ((OLD."id", OLD."message_id", OLD."received_at", OLD."source", OLD."raw", OLD."came_from", OLD."from_stranger")
    IS DISTINCT FROM (NEW."id", NEW."message_id", NEW."received_at", NEW."source", NEW."raw", NEW."came_from", NEW."from_stranger"))
  EXECUTE FUNCTION "refuse_rewriting"();
