-- Who of the two asked that their meetings have a pause along with their messages.
ALTER TABLE "pair_contact" ADD COLUMN "mentorPausedMeetings" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "pair_contact" ADD COLUMN "menteePausedMeetings" BOOLEAN NOT NULL DEFAULT false;
