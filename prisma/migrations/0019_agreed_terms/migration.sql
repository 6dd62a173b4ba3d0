-- A programme as the two of a pair agreed to it: its document as it is now, with what they agreed as it was then.
CREATE FUNCTION "programme_as_agreed"(now "programme", agreed INTEGER) RETURNS JSONB LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN agreed IS NULL OR agreed = now."version" THEN to_jsonb(now)
    ELSE to_jsonb(now) || jsonb_build_object('agreed', agreed, 'document', now."document" || coalesce((
      SELECT jsonb_object_agg(term.key, term.value) FROM "programme_version" v, jsonb_each(v."document") term
      WHERE v."programmeId" = now."id" AND v."number" = agreed
        AND term.key IN ('agreement', 'meetings', 'messages', 'ending')), '{}')) END
$$;
