-- Peer groups in shared places, their members, meetings and answers.
CREATE TABLE "group" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "programmeId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "ownRule" TEXT,
    "capacity" INTEGER NOT NULL,
    "leadId" UUID NOT NULL,
    "leadTrainedAt" TIMESTAMPTZ(3),
    "leadTrainedBy" TEXT,
    "leadAcceptedAt" TIMESTAMPTZ(3),
    "zone" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "tenant" TEXT NOT NULL,
    "chatId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "openedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "group_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "group_member" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "groupId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "seat" INTEGER,
    "acceptedAt" TIMESTAMPTZ(3),
    "waitingSince" TIMESTAMPTZ(3),
    "askedUntil" TIMESTAMPTZ(3),
    "joinedAt" TIMESTAMPTZ(3),
    "leftAt" TIMESTAMPTZ(3),
    "follows" BOOLEAN,

    CONSTRAINT "group_member_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "group_meeting" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "groupId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "wall" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "where" TEXT,
    "sequence" INTEGER NOT NULL,
    "movedFrom" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "cancelledAt" TIMESTAMPTZ(3),
    "registerDoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "group_meeting_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "group_answer" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "meetingId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "answer" TEXT,
    "attended" TEXT,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "group_answer_pkey" PRIMARY KEY ("id")
);

-- What somebody reported about a group is a task like any other.
ALTER TABLE "task" ADD COLUMN "groupId" UUID;

CREATE INDEX "group_leadId_idx" ON "group"("leadId");
CREATE UNIQUE INDEX "group_member_groupId_personId_key" ON "group_member"("groupId", "personId");
CREATE INDEX "group_member_personId_idx" ON "group_member"("personId");
CREATE INDEX "group_meeting_groupId_startsAt_idx" ON "group_meeting"("groupId", "startsAt");
CREATE UNIQUE INDEX "group_answer_meetingId_personId_key" ON "group_answer"("meetingId", "personId");
CREATE INDEX "group_answer_personId_idx" ON "group_answer"("personId");

-- No place of a group is anybody's twice, however many press at once.
CREATE UNIQUE INDEX "group_member_groupId_seat_key" ON "group_member"("groupId", "seat");

-- What Prisma's schema language cannot say.

-- One group at a time in a place, so that "the group here" means one.
CREATE UNIQUE INDEX "group_one_here" ON "group" ("platform", "tenant", "chatId") WHERE "state" <> 'closed';
-- No group opens without a trained mentor who has accepted its ground rules.
ALTER TABLE "group" ADD CONSTRAINT "group_opened_safely" CHECK ("state" <> 'open' OR num_nulls("leadTrainedAt", "leadAcceptedAt") = 0);
ALTER TABLE "group" ADD CONSTRAINT "group_size" CHECK ("capacity" BETWEEN 2 AND 500);
-- Whoever is in, or is asked, has a place; nobody else has one. Nobody is in without having accepted the ground rules.
ALTER TABLE "group_member" ADD CONSTRAINT "group_member_place" CHECK (("state" IN ('in', 'asked')) = ("seat" IS NOT NULL));
ALTER TABLE "group_member" ADD CONSTRAINT "group_member_accepted" CHECK ("state" NOT IN ('in', 'asked', 'waiting') OR "acceptedAt" IS NOT NULL);
