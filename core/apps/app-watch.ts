import { z } from 'zod';
import { instant } from '../kernel/instant.ts';

/** When a chat app was last heard. The id is the app's name. */
export const AppWatch = z.object({ id: z.string().min(1), version: z.int(), heardAt: instant });
export type AppWatch = z.infer<typeof AppWatch>;
