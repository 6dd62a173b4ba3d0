-- That somebody who answers for safeguarding opens what a person wrote and did not share.
CREATE TABLE "opening" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "personId" UUID NOT NULL,
    "readerId" UUID NOT NULL,
    "askedBy" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "reasonSealed" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "safeToTell" BOOLEAN NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "opensAt" TIMESTAMPTZ(3),
    "confirmedBy" TEXT,
    "openUntil" TIMESTAMPTZ(3),
    "readAt" TIMESTAMPTZ(3),
    "toldAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "opening_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "opening_personId_idx" ON "opening"("personId");

-- Nothing is open without a second hand, and never for ever.
ALTER TABLE "opening" ADD CONSTRAINT "opening_opened_by_two" CHECK ("state" <> 'open'
  OR (num_nulls("confirmedBy", "openUntil") = 0 AND "confirmedBy" <> "askedBy"));
