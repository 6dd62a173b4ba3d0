-- Who did and saw what: codes and ids only. Rows are added and never changed; each is chained to the one before it.
CREATE TABLE "audit" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "ids" JSONB NOT NULL,
    "reason" TEXT,
    "number" BIGINT,
    "key" TEXT,
    "link" TEXT,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "audit_number_key" ON "audit"("number");

CREATE INDEX "audit_at_idx" ON "audit"("at");

-- Finds at once what is not chained yet.
CREATE INDEX "audit_unchained" ON "audit"("id") WHERE "number" IS NULL;

ALTER TABLE "audit" ADD CONSTRAINT "audit_chained_whole"
  CHECK (("number" IS NULL) = ("key" IS NULL) AND ("number" IS NULL) = ("link" IS NULL));

-- The chain keys of master keys that were replaced, sealed with the present one: old links can still be checked.
CREATE TABLE "audit_key" (
    "id" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "retiredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_key_pkey" PRIMARY KEY ("id")
);

-- The key that is taking over, while the master key is being replaced.
ALTER TABLE "install" ADD COLUMN "nextKeyFingerprint" TEXT;

-- The only change that a row of the audit may ever see: it gets its place in the chain, once.
CREATE FUNCTION "audit_stays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."number" IS NULL AND NEW."number" IS NOT NULL
    AND (NEW."id", NEW."at", NEW."by", NEW."action", NEW."ids", NEW."reason")
      IS NOT DISTINCT FROM (OLD."id", OLD."at", OLD."by", OLD."action", OLD."ids", OLD."reason")
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'the audit is added to, and never changed' USING ERRCODE = '42501';
END $$;

CREATE TRIGGER "audit_rows_stay" BEFORE UPDATE OR DELETE ON "audit" FOR EACH ROW EXECUTE FUNCTION "audit_stays"();

CREATE TRIGGER "audit_stays" BEFORE TRUNCATE ON "audit" FOR EACH STATEMENT EXECUTE FUNCTION "audit_stays"();

-- A key that is wrapped names the master key it is wrapped with. An app that still has a replaced one in its hands may
-- not wrap anything more: nobody could open it.
CREATE FUNCTION "wrapped_with_the_key_in_use"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "install" WHERE split_part(NEW."wrappedKey", '.', 2) NOT IN
      (left("keyFingerprint", 8), left(coalesce("nextKeyFingerprint", "keyFingerprint"), 8))) THEN
    RAISE EXCEPTION 'wrapped with a master key that was replaced' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "person_wrapped_insert" BEFORE INSERT ON "person" FOR EACH ROW
  WHEN (NEW."wrappedKey" LIKE 'v2.%') EXECUTE FUNCTION "wrapped_with_the_key_in_use"();
