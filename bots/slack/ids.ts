import { z } from 'zod';

/** Slack's names for people, places and workspaces. Signs alone: PostgreSQL keeps no NUL, and no half of a character. */
export const Id = z.string().regex(/^[!-~]{1,64}$/);

/** Its name for one deed: a trigger or an event. */
export const DeedId = z.string().regex(/^[!-~]{1,150}$/);

/** Where it takes an answer for a while. */
export const AnswerUrl = z.url().regex(/^[!-~]{1,2000}$/);

/** The name of a message on which something is pressed, as a block's name holds it. */
export const Mark = z.string().regex(/^[ -~]{1,255}$/);
