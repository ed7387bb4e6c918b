-- ADM-11: where mails are taken in may be out of order, too.
ALTER TABLE "unreachable_servers" DROP CONSTRAINT "unreachable_servers_known",
  ADD CONSTRAINT "unreachable_servers_known" CHECK ("name" IN ('mail_server', 'mailbox', 'mail_listener'));
