-- ACC-11: the part of the secret of cookies that nobody has chosen.
CREATE TABLE "signing_keys" (
    "only" BOOLEAN NOT NULL DEFAULT true,
    "key" BYTEA NOT NULL,

    CONSTRAINT "signing_keys_pkey" PRIMARY KEY ("only"),
    CONSTRAINT "signing_keys_one" CHECK ("only"),
    CONSTRAINT "signing_keys_length" CHECK (octet_length("key") = 32)
);
