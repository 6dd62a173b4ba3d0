-- How somebody finds it to meet with the other one of a pair, asked in private after they first met.
CREATE TABLE "fit_check" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "personId" UUID NOT NULL,
    "pairId" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "answerSealed" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "againAfter" INTEGER,

    CONSTRAINT "fit_check_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "fit_check_pairId_personId_key" ON "fit_check"("pairId", "personId");
CREATE INDEX "fit_check_personId_idx" ON "fit_check"("personId");

-- When a mentor was last sent the material of modules that is looked at again and again.
ALTER TABLE "role" ADD COLUMN "sentAgainAt" TIMESTAMPTZ(3);

-- Who of a pair would rather keep what the two agreed to. Neither is shown what the other one said.
ALTER TABLE "pair" ADD COLUMN "keptBy" JSONB;
