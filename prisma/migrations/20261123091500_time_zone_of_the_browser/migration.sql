-- A user's time zone is not known until the first sign-in, which takes the browser's.
ALTER TABLE "users" ALTER COLUMN "time_zone" DROP NOT NULL, ALTER COLUMN "time_zone" DROP DEFAULT;
