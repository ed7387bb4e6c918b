-- REC-3: of two who change a shared template at once, the second one is told so.
ALTER TABLE "reply_templates" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
