-- NOT-8 · What a person has read or marked unread in a queue of replies. Looking at a case reads what it holds, without a row.
CREATE TABLE "reply_marks" (
    "user_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "read" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reply_marks_pkey" PRIMARY KEY ("user_id", "entry_id")
);

CREATE INDEX "reply_marks_entry" ON "reply_marks"("entry_id");

ALTER TABLE "reply_marks" ADD CONSTRAINT "reply_marks_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "reply_marks" ADD CONSTRAINT "reply_marks_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "journal_entries"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- NOT-8 · The comments of thousands of cases, without their work notes.
CREATE INDEX "journal_entries_comments" ON "journal_entries"("task_id", "created_at", "id", "author_id") WHERE (type = 'comment');
