-- What the API answered to a request that may be sent again: ids and codes only.
CREATE TABLE "api_answer" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "asked" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "api_answer_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "api_answer_at_idx" ON "api_answer"("at");
