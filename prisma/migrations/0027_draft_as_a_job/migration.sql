-- A draft of everybody is worked out apart from whoever asked for it: how far it has come, and why it could not be made.
ALTER TABLE "match_draft" ADD COLUMN "run" INTEGER NOT NULL DEFAULT 0, ADD COLUMN "share" INTEGER NOT NULL DEFAULT 100,
    ADD COLUMN "movedAt" TIMESTAMPTZ(3), ADD COLUMN "why" TEXT;
ALTER TABLE "match_draft" ALTER COLUMN "run" DROP DEFAULT, ALTER COLUMN "share" DROP DEFAULT;

-- Whom the draft gives to somebody, and whom they would have if whoever waited longest picked first: where the two differ.
CREATE TABLE "draft_difference" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "draftId" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "thread" INTEGER NOT NULL,
    "turn" INTEGER NOT NULL,
    "menteeId" UUID NOT NULL,
    "hereId" UUID,
    "herePoints" INTEGER NOT NULL,
    "thereId" UUID,
    "therePoints" INTEGER NOT NULL,

    CONSTRAINT "draft_difference_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "draft_difference_is_one" CHECK ("hereId" IS DISTINCT FROM "thereId")
);
CREATE UNIQUE INDEX "draft_difference_draftId_menteeId_key" ON "draft_difference"("draftId", "menteeId");
