-- A key that an agency holds: it sends people from this source alone, by its code.
ALTER TABLE "admin_token" ADD COLUMN "source" TEXT;
