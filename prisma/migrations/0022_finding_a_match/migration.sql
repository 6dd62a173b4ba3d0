-- Finding a match: a draft of everybody at once, what a coordinator decided against, a different match, one soft invitation.
ALTER TABLE "match" ADD COLUMN "setAsideAt" TIMESTAMPTZ(3), ADD COLUMN "draftId" UUID;
ALTER TABLE "enquiry" ADD COLUMN "againSince" TIMESTAMPTZ(3);
ALTER TABLE "task" ADD COLUMN "what" TEXT;
ALTER TABLE "role" ADD COLUMN "invitedAt" TIMESTAMPTZ(3), ADD COLUMN "notForMeAt" TIMESTAMPTZ(3);

-- Everybody who waits, brought together at once for a coordinator to look at: one draft a programme.
CREATE TABLE "match_draft" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "programmeId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "summary" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,

    CONSTRAINT "match_draft_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "match_draft_programmeId_key" ON "match_draft"("programmeId");

-- Two who were asked to be matched have one request between them; a mentee asks one mentor at a time.
CREATE UNIQUE INDEX "match_one_request" ON "match"("programmeId", "menteeId") WHERE "state" IN ('asked', 'accepted');
