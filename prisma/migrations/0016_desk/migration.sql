-- Somebody asks to come in at the desk: only fingerprints of what they type.
CREATE TABLE "desk_sign_in" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "personId" UUID NOT NULL,
    "askedHash" TEXT NOT NULL,
    "answerHash" TEXT,
    "tries" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "desk_sign_in_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "desk_sign_in_askedHash_idx" ON "desk_sign_in"("askedHash");
CREATE INDEX "desk_sign_in_personId_idx" ON "desk_sign_in"("personId");

-- A browser in which somebody is signed in: the fingerprint of its cookie.
CREATE TABLE "desk_session" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "personId" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "desk_session_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "desk_session_hash_key" ON "desk_session"("hash");
CREATE INDEX "desk_session_personId_idx" ON "desk_session"("personId");
