-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "install" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "keyFingerprint" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "restoredAt" TIMESTAMPTZ(3),

    CONSTRAINT "install_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "programme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "name" TEXT,
    "zone" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "quietFrom" TEXT NOT NULL,
    "quietTo" TEXT NOT NULL,
    "adult" BOOLEAN,
    "agreedVersion" INTEGER,
    "agreedAt" TIMESTAMPTZ(3),
    "source" TEXT,
    "situationSealed" TEXT,
    "paused" BOOLEAN NOT NULL,
    "pausedUntil" TIMESTAMPTZ(3),
    "stoppedAt" TIMESTAMPTZ(3),
    "settings" JSONB NOT NULL,
    "wrappedKey" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "platform" TEXT NOT NULL,
    "tenant" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "chatId" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "programmeId" UUID,
    "actingForId" UUID,
    "reachable" BOOLEAN NOT NULL,
    "unreachableSince" TIMESTAMPTZ(3),
    "unreachableWhy" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "accountId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "open" BOOLEAN NOT NULL,
    "args" JSONB NOT NULL,
    "answersSealed" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "personId" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "supporter" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "personId" UUID NOT NULL,
    "supporterId" UUID,
    "state" TEXT NOT NULL,
    "codeHash" TEXT,
    "codeExpiresAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "supporter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pair" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "programmeId" UUID NOT NULL,
    "mentorId" UUID NOT NULL,
    "menteeId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "rhythmDays" INTEGER,
    "lastHeldAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "pair_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "availability" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "weekly" JSONB NOT NULL,
    "exceptions" JSONB NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "availability_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "programmeId" UUID NOT NULL,
    "pairId" UUID NOT NULL,
    "mentorId" UUID NOT NULL,
    "menteeId" UUID NOT NULL,
    "seriesId" UUID,
    "state" TEXT NOT NULL,
    "proposedBy" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "wall" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "restMinutes" INTEGER NOT NULL,
    "mode" TEXT NOT NULL,
    "placeSealed" TEXT,
    "placeBy" UUID,
    "costly" BOOLEAN NOT NULL,
    "sequence" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "cancelledAt" TIMESTAMPTZ(3),
    "cancelledBy" UUID,
    "reasonSealed" TEXT,
    "noticeMinutes" INTEGER,
    "movedFrom" TIMESTAMPTZ(3),
    "mentorReady" BOOLEAN NOT NULL,
    "menteeReady" BOOLEAN NOT NULL,
    "mentorAnswer" TEXT,
    "menteeAnswer" TEXT,
    "offeredStartsAt" TIMESTAMPTZ(3),
    "offeredWall" TEXT,
    "offeredBy" UUID,
    "arrangedWithHelp" BOOLEAN NOT NULL,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "series" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "programmeId" UUID NOT NULL,
    "pairId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "proposedBy" UUID NOT NULL,
    "everyDays" INTEGER NOT NULL,
    "wall" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "restMinutes" INTEGER NOT NULL,
    "mode" TEXT NOT NULL,
    "madeUntil" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "occupancy" (
    "meetingId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "during" tstzrange NOT NULL,

    CONSTRAINT "occupancy_pkey" PRIMARY KEY ("meetingId","personId")
);

-- CreateTable
CREATE TABLE "reflection" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "programmeId" UUID,
    "personId" UUID NOT NULL,
    "meetingId" UUID,
    "pairId" UUID,
    "textSealed" TEXT NOT NULL,
    "sharedWithPartner" BOOLEAN NOT NULL,
    "sharedWithCoordinator" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reflection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "nudge" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "personId" UUID NOT NULL,
    "pairId" UUID,
    "rule" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "nudge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "programmeId" UUID,
    "kind" TEXT NOT NULL,
    "personId" UUID,
    "pairId" UUID,
    "meetingId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "doneAt" TIMESTAMPTZ(3),
    "doneBy" TEXT,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "admin_token" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3),
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "admin_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbox" (
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "inbox_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "journal" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "event" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "ids" JSONB NOT NULL,

    CONSTRAINT "journal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "due" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "args" JSONB NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3),
    "subject" TEXT,
    "leaseUntil" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,

    CONSTRAINT "due_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outgoing" (
    "id" BIGSERIAL NOT NULL,
    "chat" TEXT NOT NULL,
    "personId" UUID,
    "accountId" UUID,
    "address" JSONB,
    "screen" TEXT NOT NULL,
    "args" JSONB NOT NULL,
    "mode" TEXT NOT NULL,
    "card" TEXT,
    "always" BOOLEAN NOT NULL DEFAULT false,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3),
    "state" TEXT NOT NULL,
    "leaseUntil" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "why" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "outgoing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shown" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "card" TEXT NOT NULL,
    "ref" JSONB NOT NULL,
    "digest" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shown_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "button" (
    "token" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "command" TEXT NOT NULL,
    "args" JSONB NOT NULL,
    "forId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "button_pkey" PRIMARY KEY ("token")
);

-- CreateIndex
CREATE UNIQUE INDEX "programme_slug_key" ON "programme"("slug");

-- CreateIndex
CREATE INDEX "account_personId_idx" ON "account"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "account_platform_tenant_userId_key" ON "account"("platform", "tenant", "userId");

-- CreateIndex
CREATE INDEX "draft_accountId_idx" ON "draft"("accountId");

-- CreateIndex
CREATE INDEX "draft_personId_idx" ON "draft"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "role_personId_programmeId_role_key" ON "role"("personId", "programmeId", "role");

-- CreateIndex
CREATE UNIQUE INDEX "supporter_codeHash_key" ON "supporter"("codeHash");

-- CreateIndex
CREATE INDEX "supporter_personId_idx" ON "supporter"("personId");

-- CreateIndex
CREATE INDEX "supporter_supporterId_idx" ON "supporter"("supporterId");

-- CreateIndex
CREATE INDEX "pair_mentorId_idx" ON "pair"("mentorId");

-- CreateIndex
CREATE INDEX "pair_menteeId_idx" ON "pair"("menteeId");

-- CreateIndex
CREATE INDEX "pair_programmeId_idx" ON "pair"("programmeId");

-- CreateIndex
CREATE INDEX "meeting_pairId_startsAt_idx" ON "meeting"("pairId", "startsAt");

-- CreateIndex
CREATE INDEX "meeting_mentorId_startsAt_idx" ON "meeting"("mentorId", "startsAt");

-- CreateIndex
CREATE INDEX "meeting_menteeId_startsAt_idx" ON "meeting"("menteeId", "startsAt");

-- CreateIndex
CREATE INDEX "series_pairId_idx" ON "series"("pairId");

-- CreateIndex
CREATE INDEX "reflection_personId_createdAt_idx" ON "reflection"("personId", "createdAt");

-- CreateIndex
CREATE INDEX "reflection_pairId_idx" ON "reflection"("pairId");

-- CreateIndex
CREATE INDEX "nudge_personId_createdAt_idx" ON "nudge"("personId", "createdAt");

-- CreateIndex
CREATE INDEX "task_doneAt_createdAt_idx" ON "task"("doneAt", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "admin_token_hash_key" ON "admin_token"("hash");

-- CreateIndex
CREATE INDEX "inbox_at_idx" ON "inbox"("at");

-- CreateIndex
CREATE INDEX "journal_event_at_idx" ON "journal"("event", "at");

-- CreateIndex
CREATE UNIQUE INDEX "due_key_key" ON "due"("key");

-- CreateIndex
CREATE INDEX "due_dueAt_idx" ON "due"("dueAt");

-- CreateIndex
CREATE INDEX "due_subject_idx" ON "due"("subject");

-- CreateIndex
CREATE INDEX "outgoing_personId_idx" ON "outgoing"("personId");

-- CreateIndex
CREATE INDEX "shown_accountId_card_at_idx" ON "shown"("accountId", "card", "at");

-- CreateIndex
CREATE INDEX "button_expiresAt_idx" ON "button"("expiresAt");

-- CreateIndex
CREATE INDEX "button_personId_idx" ON "button"("personId");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role" ADD CONSTRAINT "role_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What Prisma's schema language cannot say.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- No two confirmed meetings of one person overlap, whatever races.
ALTER TABLE "occupancy" ADD CONSTRAINT "occupancy_no_overlap"
  EXCLUDE USING gist ("personId" WITH =, "during" WITH &&);
ALTER TABLE "occupancy" ADD CONSTRAINT "occupancy_meetingId_fkey"
  FOREIGN KEY ("meetingId") REFERENCES "meeting"("id") ON DELETE CASCADE;

-- A pair is of two different people, and the same two are not paired twice at once.
ALTER TABLE "pair" ADD CONSTRAINT "pair_of_two" CHECK ("mentorId" <> "menteeId");
CREATE UNIQUE INDEX "pair_once" ON "pair" ("programmeId", "mentorId", "menteeId") WHERE "state" <> 'ended';

ALTER TABLE "meeting" ADD CONSTRAINT "meeting_length" CHECK ("minutes" BETWEEN 5 AND 480 AND "restMinutes" BETWEEN 0 AND 120);

-- A pair asks for one time once, however often the button is pressed.
CREATE UNIQUE INDEX "meeting_asked_once" ON "meeting" ("pairId", "startsAt") WHERE "state" = 'proposed';
-- Another time is asked for as a whole or not at all.
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_offered_whole" CHECK (num_nulls("offeredStartsAt", "offeredWall", "offeredBy") IN (0, 3));

-- The heads of the queues are found without reading what was sent already.
CREATE INDEX "outgoing_waiting" ON "outgoing" ("chat", "id") WHERE "state" = 'waiting';
CREATE INDEX "outgoing_due" ON "outgoing" ("dueAt", "id") WHERE "state" = 'waiting';
-- One form is open in a chat at a time; others wait as drafts.
CREATE UNIQUE INDEX "draft_one_open" ON "draft" ("accountId") WHERE "open";
CREATE UNIQUE INDEX "install_once" ON "install" ((true));

-- The last step of every write: if a row had moved on since it was read, the whole write is undone.
CREATE FUNCTION "expect_rows"("wanted" bigint, "got" bigint) RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
  IF "wanted" <> "got" THEN
    RAISE EXCEPTION 'stale: % of % rows were still as they were read', "got", "wanted" USING ERRCODE = '40001';
  END IF;
  RETURN "got";
END $$;
