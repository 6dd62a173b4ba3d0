-- What is said about a mentor's supervision: sealed with the mentor's own key.
CREATE TABLE "supervision_note" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "programmeId" UUID NOT NULL,
    "mentorId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "textSealed" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "supervision_note_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "supervision_note_mentorId_createdAt_idx" ON "supervision_note"("mentorId", "createdAt");
CREATE INDEX "supervision_note_programmeId_idx" ON "supervision_note"("programmeId");

-- A pause that a safeguarding lead asked for holds meetings as well.
UPDATE "pair" p SET "state" = 'paused', "version" = p."version" + 1 FROM "pair_contact" c
  WHERE c."id" = p."id" AND c."leadPaused" AND p."state" = 'active';
