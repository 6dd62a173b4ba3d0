-- Something somebody told, for the safeguarding lead and deputies alone. Its words have a key of their own.
CREATE TABLE "concern" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "programmeId" UUID,
    "kind" TEXT NOT NULL,
    "fromId" UUID NOT NULL,
    "about" TEXT NOT NULL,
    "aboutId" UUID,
    "pairId" UUID,
    "groupId" UUID,
    "messageId" UUID,
    "state" TEXT NOT NULL,
    "notFor" JSONB NOT NULL,
    "asked" JSONB NOT NULL,
    "level" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "deliveredAt" TIMESTAMPTZ(3),
    "seenAt" TIMESTAMPTZ(3),
    "takenAt" TIMESTAMPTZ(3),
    "takenById" UUID,
    "everybodyAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "closedById" UUID,
    "outcome" TEXT,
    "textSealed" TEXT,
    "messageSealed" TEXT,
    "wrappedKey" TEXT NOT NULL,

    CONSTRAINT "concern_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "concern_programmeId_state_idx" ON "concern"("programmeId", "state");
CREATE INDEX "concern_fromId_idx" ON "concern"("fromId");
-- It never goes to whom it is about, and it is closed by somebody, with what came of it.
ALTER TABLE "concern" ADD CONSTRAINT "concern_not_to_whom_it_is_about" CHECK ("takenById" IS NULL OR NOT jsonb_exists("notFor", "takenById"::text));
ALTER TABLE "concern" ADD CONSTRAINT "concern_closed_wholly" CHECK (("state" = 'closed') = (num_nulls("closedAt", "outcome") = 0));

-- Every step of a concern, with its moment.
CREATE TABLE "concern_step" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "concernId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "step" TEXT NOT NULL,
    "byId" UUID,
    "code" TEXT,

    CONSTRAINT "concern_step_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "concern_step_concernId_idx" ON "concern_step"("concernId");

-- Until when somebody who answers for safeguarding is away.
ALTER TABLE "role" ADD COLUMN "awayUntil" TIMESTAMPTZ(3);

-- A programme takes people in once it was opened. One that has people stays open.
ALTER TABLE "programme" ADD COLUMN "openedAt" TIMESTAMPTZ(3), ADD COLUMN "teamCodeHash" TEXT, ADD COLUMN "teamCodeUntil" TIMESTAMPTZ(3);
UPDATE "programme" SET "openedAt" = "createdAt" WHERE EXISTS (SELECT FROM "person");

-- What is to follow when a message was sent, or could not be.
ALTER TABLE "outgoing" ADD COLUMN "whenEnded" TEXT;

-- A pause that the safeguarding lead asked for.
ALTER TABLE "pair_contact" ADD COLUMN "leadPaused" BOOLEAN NOT NULL DEFAULT false;
