-- A last word to a chat whose person is gone: its row goes when it has ended.
ALTER TABLE "outgoing" ADD COLUMN "forget" BOOLEAN NOT NULL DEFAULT false;

-- What people said to each part of what is kept.
CREATE TABLE "consent" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "personId" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "wording" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "consent_personId_part_key" ON "consent"("personId", "part");

-- When old rows of a kind were last removed.
CREATE TABLE "retention" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "ranAt" TIMESTAMPTZ(3) NOT NULL,
    "removed" INTEGER NOT NULL,

    CONSTRAINT "retention_pkey" PRIMARY KEY ("id")
);

-- What is said goodbye to is gone for good: somebody erased has no name, no words and no key.
ALTER TABLE "person" ADD CONSTRAINT "person_erased_wholly" CHECK ("state" <> 'erased'
  OR (num_nonnulls("name", "situationSealed", "source", "adult", "agreedVersion", "agreedAt") = 0 AND "wrappedKey" = ''));
