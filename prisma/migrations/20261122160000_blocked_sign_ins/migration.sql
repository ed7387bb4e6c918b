-- ACC-10: what was tried while an address was blocked, counted until it is written into the audit log.
CREATE TABLE "blocked_sign_ins" (
    "address" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "last_source" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "blocked_sign_ins_pkey" PRIMARY KEY ("address")
);
