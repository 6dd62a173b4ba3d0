-- When each chat app was last heard: what it keeps for a bot that is away, it keeps for a while only.
CREATE TABLE "app_watch" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "heardAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "app_watch_pkey" PRIMARY KEY ("id")
);
