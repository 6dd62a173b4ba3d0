-- What may be hard at a meeting of a group, said by whoever plans it.
ALTER TABLE "group_meeting" ADD COLUMN "warning" TEXT;

-- Whom of a group something is about, as its writer put it: sealed like the rest of it.
ALTER TABLE "concern" ADD COLUMN "whomSealed" TEXT;
