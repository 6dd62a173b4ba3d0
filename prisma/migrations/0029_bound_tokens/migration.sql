-- The one programme, and of that the one site, that a key to the API sees and changes; null: all of them.
ALTER TABLE "admin_token" ADD COLUMN "programmeId" UUID;
ALTER TABLE "admin_token" ADD COLUMN "site" TEXT;
