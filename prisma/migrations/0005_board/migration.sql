-- Who of those who coordinate has taken a task on.
ALTER TABLE "task" ADD COLUMN "takenById" UUID, ADD COLUMN "takenAt" TIMESTAMPTZ(3);

-- A few words between a coordinator and a person, sealed with the reader's own key.
CREATE TABLE "letter" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "textSealed" TEXT NOT NULL,
    "fromCoordinator" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "letter_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "letter_toId_fromId_idx" ON "letter"("toId", "fromId");
