-- REC-5: what was answered to a call that creates something, so that the same call, sent again, is answered and not repeated.
CREATE TABLE "answered_calls" (
    "person_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "answer" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answered_calls_pkey" PRIMARY KEY ("person_id", "id")
);

-- CreateIndex
CREATE INDEX "answered_calls_at_idx" ON "answered_calls"("at");
