-- Who has been trained to lead a group: a fact of the person in the programme, no longer of one group (GRP-05).
ALTER TABLE "role" ADD COLUMN "trainedAt" TIMESTAMPTZ(3);
ALTER TABLE "role" ADD COLUMN "trainedBy" TEXT;

-- Whoever was said to be trained for a group is trained.
UPDATE "role" r SET "trainedAt" = g."at", "trainedBy" = g."by", "version" = r."version" + 1
  FROM (SELECT DISTINCT ON ("leadId", "programmeId") "leadId", "programmeId", "leadTrainedAt" AS "at", "leadTrainedBy" AS "by"
    FROM "group" WHERE "leadTrainedAt" IS NOT NULL ORDER BY "leadId", "programmeId", "leadTrainedAt") g
  WHERE r."personId" = g."leadId" AND r."programmeId" = g."programmeId" AND r."role" IN ('mentor', 'volunteer');

-- Ground rules change: each version is accepted anew.
ALTER TABLE "group" ADD COLUMN "rulesVersion" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "group_member" ADD COLUMN "acceptedRules" INTEGER;
UPDATE "group_member" SET "acceptedRules" = 1 WHERE "acceptedAt" IS NOT NULL;

-- Whom the lead is offered to; nothing changes before they agree.
ALTER TABLE "group" ADD COLUMN "offeredTo" UUID;

-- Two can change places in one statement: nobody has anybody else's place once it is done.
DROP INDEX "group_member_groupId_seat_key";
ALTER TABLE "group_member" ADD CONSTRAINT "group_member_groupId_seat_key" UNIQUE ("groupId", "seat") DEFERRABLE INITIALLY IMMEDIATE;
