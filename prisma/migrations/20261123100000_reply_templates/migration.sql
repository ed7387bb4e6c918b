-- Texts that one writes again and again, one's own or shared with all of the staff.
CREATE TYPE "reply_template_use" AS ENUM ('comment', 'work_note', 'both');

CREATE TABLE "reply_templates" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "used_for" "reply_template_use" NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "reply_templates_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "reply_templates_name_is_a_line" CHECK (char_length("name") <= 80 AND "name" ~ '\S' AND "name" !~ '[\n\r]'),
    CONSTRAINT "reply_templates_text_length" CHECK (char_length("text") BETWEEN 1 AND 8000)
);

CREATE UNIQUE INDEX "reply_templates_name" ON "reply_templates"("user_id", lower("name"));
CREATE INDEX "reply_templates_shared" ON "reply_templates"("shared") WHERE (shared);

ALTER TABLE "reply_templates" ADD CONSTRAINT "reply_templates_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
