import { ApiAnswer } from '../kernel/api-answer.ts';
import type { PrismaClient } from './generated/client.ts';

/** Reads about what was answered to requests. */
export function readAnswers(db: PrismaClient) {
  return {
    async answer(id: string): Promise<ApiAnswer | undefined> {
      const row = await db.apiAnswer.findUnique({ where: { id } });
      return row === null ? undefined : ApiAnswer.parse(row);
    },
  };
}
