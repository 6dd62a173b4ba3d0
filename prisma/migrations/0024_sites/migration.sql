-- The site of a programme that a role is for. Of whoever coordinates: what they see; null is the whole programme. Of
-- whoever takes part: where they belong, if they have no way in that says so.
ALTER TABLE "role" ADD COLUMN "site" TEXT;
-- The site for whose people modules are taught at a meeting; null: for all of the programme.
ALTER TABLE "training_meeting" ADD COLUMN "site" TEXT;

-- The site of somebody as a mentee, or as a mentor: what their way in came to, or what a coordinator said.
CREATE FUNCTION "site_as"(person UUID, programme UUID, wanted TEXT) RETURNS TEXT LANGUAGE sql STABLE AS $$
  SELECT coalesce(
    (SELECT e."site" FROM "enquiry" e WHERE e."personId" = person AND e."programmeId" = programme AND e."as" = wanted),
    (SELECT r."site" FROM "role" r WHERE r."personId" = person AND r."programmeId" = programme AND r."site" IS NOT NULL
      AND (CASE r."role" WHEN 'volunteer' THEN 'mentor' ELSE r."role" END) = wanted
      ORDER BY r."endedAt" DESC NULLS FIRST, r."since" DESC LIMIT 1))
$$;

-- All sites of somebody in a programme: in each of their roles, and of those whom they support there now.
CREATE FUNCTION "sites_of"(person UUID, programme UUID) RETURNS TEXT[] LANGUAGE sql STABLE AS $$
  SELECT array_remove(ARRAY(
    SELECT "site_as"(person, programme, 'mentee')
    UNION SELECT "site_as"(person, programme, 'mentor')
    UNION SELECT r."site" FROM "role" r WHERE r."personId" = person AND r."programmeId" = programme
      AND r."role" NOT IN ('mentee', 'mentor', 'volunteer')
    UNION SELECT "site_as"(q."menteeId", programme, 'mentee') FROM "pair" q
      WHERE q."mentorId" = person AND q."programmeId" = programme AND q."state" <> 'ended'), NULL)
$$;

-- The sites to which everything belongs that something to do names. What names nobody is of none.
CREATE FUNCTION "sites_of_task"(t "task", programme UUID) RETURNS TEXT[] LANGUAGE sql STABLE AS $$
  WITH named(sites) AS (
    SELECT "sites_of"(t."personId", programme) WHERE t."personId" IS NOT NULL
    UNION ALL SELECT "sites_of"(t."otherPersonId", programme) WHERE t."otherPersonId" IS NOT NULL
    UNION ALL SELECT array_remove(ARRAY["site_as"(q."menteeId", programme, 'mentee')], NULL) FROM "pair" q
      WHERE q.id = t."pairId"
    UNION ALL SELECT "sites_of"(g."leadId", programme) FROM "group" g WHERE g.id = t."groupId"
    UNION ALL SELECT ARRAY[t."what"] WHERE t."kind" = 'training-register' AND t."what" IS NOT NULL)
  SELECT ARRAY(SELECT DISTINCT s.site FROM named n, unnest(n.sites) AS s(site)
    WHERE (SELECT bool_and(s.site = ANY(e.sites)) FROM named e))
$$;
