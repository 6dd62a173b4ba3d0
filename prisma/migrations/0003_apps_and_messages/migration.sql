-- A code that links another chat app to a person.
CREATE TABLE "app_link" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "personId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "toAccountId" UUID,
    "state" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "app_link_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "app_link_codeHash_key" ON "app_link"("codeHash");
CREATE INDEX "app_link_personId_idx" ON "app_link"("personId");
CREATE INDEX "app_link_toAccountId_idx" ON "app_link"("toAccountId");

-- Codes that were none, by account and by all together.
CREATE TABLE "link_tries" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "times" JSONB NOT NULL,

    CONSTRAINT "link_tries_pkey" PRIMARY KEY ("id")
);

-- How the two of a pair write to each other.
CREATE TABLE "pair_contact" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "hoursFrom" TEXT,
    "hoursTo" TEXT,
    "askedFrom" TEXT,
    "askedTo" TEXT,
    "askedBy" UUID,
    "mentorBlocked" BOOLEAN NOT NULL,
    "menteeBlocked" BOOLEAN NOT NULL,
    "mentorTold" BOOLEAN NOT NULL,
    "menteeTold" BOOLEAN NOT NULL,

    CONSTRAINT "pair_contact_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "pair_message" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "pairId" UUID NOT NULL,
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "textSealed" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "reportedAt" TIMESTAMPTZ(3),

    CONSTRAINT "pair_message_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "pair_message_pairId_state_idx" ON "pair_message"("pairId", "state");
CREATE INDEX "pair_message_fromId_idx" ON "pair_message"("fromId");
CREATE INDEX "pair_message_toId_state_idx" ON "pair_message"("toId", "state");

-- A message that its reader opened to coordinators.
CREATE TABLE "message_report" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "messageId" UUID NOT NULL,
    "pairId" UUID NOT NULL,
    "reporterId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_report_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "message_report_messageId_idx" ON "message_report"("messageId");
