-- How often each token of the API asks, whichever instance answers. Not worth a flush to the disk: what a crash loses is a
-- count of some seconds.
CREATE UNLOGGED TABLE "token_pace" (
    "id" UUID NOT NULL,
    "owedUntil" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "token_pace_pkey" PRIMARY KEY ("id")
);
