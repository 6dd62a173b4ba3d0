-- What somebody said of a training meeting afterwards, sealed with their own key.
ALTER TABLE "training_place" ADD COLUMN "surveySealed" TEXT;
