-- CreateTable
CREATE TABLE "technician_feeds" (
    "user_id" UUID NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "technician_feeds_pkey" PRIMARY KEY ("user_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "technician_feeds_secret_hash_key" ON "technician_feeds"("secret_hash");

-- AddForeignKey
ALTER TABLE "technician_feeds" ADD CONSTRAINT "technician_feeds_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
