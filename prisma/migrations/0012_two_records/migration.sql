-- A task may be about two people who are perhaps one.
ALTER TABLE "task" ADD COLUMN "otherPersonId" UUID;
