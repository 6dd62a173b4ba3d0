-- What was sent to a chat, so that it can be taken away again for a while.
CREATE TABLE "sent_message" (
    "id" BIGSERIAL NOT NULL,
    "accountId" UUID NOT NULL,
    "ref" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sent_message_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "sent_message_accountId_id_idx" ON "sent_message"("accountId", "id");
CREATE INDEX "sent_message_at_idx" ON "sent_message"("at");

-- The two words with which somebody puts one of their chats away and brings it back.
CREATE TABLE "disguise" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "salt" TEXT NOT NULL,
    "awayHash" TEXT NOT NULL,
    "backHash" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "disguise_pkey" PRIMARY KEY ("id")
);
