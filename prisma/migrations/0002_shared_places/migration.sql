-- An app may give a short-lived way to answer, such as one that only the presser sees.
ALTER TABLE "outgoing" ADD COLUMN "reply" JSONB;

-- A card stands in an account's chat or in a shared place.
ALTER TABLE "shown" RENAME COLUMN "accountId" TO "shownTo";
ALTER INDEX "shown_accountId_card_at_idx" RENAME TO "shown_shownTo_card_at_idx";

-- In a shared place anybody may press.
ALTER TABLE "button" ALTER COLUMN "personId" DROP NOT NULL;
ALTER TABLE "button" ALTER COLUMN "forId" DROP NOT NULL;
