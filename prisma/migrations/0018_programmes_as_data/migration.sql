-- A programme is data: its documents as they were loaded, the ways in, training, and how people are brought together.
ALTER TABLE "role" ADD COLUMN "capacity" INTEGER;
ALTER TABLE "pair" ADD COLUMN "agreedNumber" INTEGER, ADD COLUMN "askedNumber" INTEGER, ADD COLUMN "agreedBy" JSONB;

-- A programme's document as it was loaded once.
CREATE TABLE "programme_version" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "programmeId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "loadedAt" TIMESTAMPTZ(3) NOT NULL,
    "loadedBy" TEXT NOT NULL,

    CONSTRAINT "programme_version_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "programme_version_programmeId_number_key" ON "programme_version"("programmeId", "number");

-- Somebody's way into a programme, as a mentee or as a mentor.
CREATE TABLE "enquiry" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "programmeId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "as" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "site" TEXT,
    "route" TEXT NOT NULL,
    "source" TEXT,
    "referralId" UUID,
    "answersSealed" TEXT,
    "wordsSealed" TEXT,
    "outlineAgreedAt" TIMESTAMPTZ(3),
    "firstSupported" BOOLEAN,
    "waitingSince" TIMESTAMPTZ(3),
    "newsDays" INTEGER,
    "newsAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "enquiry_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "enquiry_personId_programmeId_as_key" ON "enquiry"("personId", "programmeId", "as");
CREATE INDEX "enquiry_programmeId_state_idx" ON "enquiry"("programmeId", "state");

-- An agency or a service of the house sends somebody, who agreed.
CREATE TABLE "referral" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "programmeId" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "tellsAgency" BOOLEAN NOT NULL,
    "consentAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "openedAt" TIMESTAMPTZ(3),
    "endsAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "referral_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "referral_codeHash_key" ON "referral"("codeHash");
CREATE INDEX "referral_programmeId_source_idx" ON "referral"("programmeId", "source");

-- Something of somebody's training that is on record.
CREATE TABLE "training_record" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "personId" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "issuer" TEXT,
    "doneAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3),
    "by" TEXT NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "training_record_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "training_record_personId_idx" ON "training_record"("personId");
CREATE INDEX "training_record_programmeId_endsAt_idx" ON "training_record"("programmeId", "endsAt");

-- A meeting at which modules are taught.
CREATE TABLE "training_meeting" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "programmeId" UUID NOT NULL,
    "modules" JSONB NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "wall" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "capacity" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "training_meeting_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "training_meeting_programmeId_startsAt_idx" ON "training_meeting"("programmeId", "startsAt");

-- Somebody's place at a training meeting.
CREATE TABLE "training_place" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "trainingMeetingId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "seat" INTEGER,
    "state" TEXT NOT NULL,
    "bookedAt" TIMESTAMPTZ(3) NOT NULL,
    "askedAt" TIMESTAMPTZ(3),

    CONSTRAINT "training_place_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "training_place_trainingMeetingId_personId_key" ON "training_place"("trainingMeetingId", "personId");
CREATE UNIQUE INDEX "training_place_trainingMeetingId_seat_key" ON "training_place"("trainingMeetingId", "seat");
CREATE INDEX "training_place_personId_idx" ON "training_place"("personId");

-- Two people who may become a pair.
CREATE TABLE "match" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "programmeId" UUID NOT NULL,
    "menteeId" UUID NOT NULL,
    "mentorId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "score" INTEGER NOT NULL,
    "reasons" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "askedAt" TIMESTAMPTZ(3),
    "answeredAt" TIMESTAMPTZ(3),
    "endsAt" TIMESTAMPTZ(3),
    "confirmedAt" TIMESTAMPTZ(3),
    "pairId" UUID,

    CONSTRAINT "match_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "match_programmeId_menteeId_mentorId_key" ON "match"("programmeId", "menteeId", "mentorId");
CREATE INDEX "match_mentorId_idx" ON "match"("mentorId");
CREATE INDEX "match_programmeId_state_idx" ON "match"("programmeId", "state");

-- Two who are never matched.
CREATE TABLE "never_with" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "programmeId" UUID NOT NULL,
    "firstId" UUID NOT NULL,
    "secondId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,

    CONSTRAINT "never_with_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "never_with_programmeId_firstId_secondId_key" ON "never_with"("programmeId", "firstId", "secondId");

-- Two people have one row, whoever of them asked.
ALTER TABLE "never_with" ADD CONSTRAINT "never_with_in_order" CHECK ("firstId" < "secondId");
ALTER TABLE "match" ADD CONSTRAINT "match_of_two" CHECK ("menteeId" <> "mentorId");
ALTER TABLE "match" ADD CONSTRAINT "match_confirmed_has_pair" CHECK (("state" = 'confirmed') = (num_nulls("confirmedAt", "pairId") = 0));
ALTER TABLE "training_place" ADD CONSTRAINT "training_place_has_seat" CHECK (("state" = 'called-off') = ("seat" IS NULL));

-- What running pairs agreed to is the document that is there now.
INSERT INTO "programme_version" ("id", "version", "programmeId", "number", "document", "loadedAt", "loadedBy")
  SELECT gen_random_uuid(), 1, "id", "version", "document", "changedAt", 'migration' FROM "programme";
UPDATE "pair" SET "agreedNumber" = p."version" FROM "programme" p WHERE p."id" = "pair"."programmeId";
