import type { DeskHolder } from '../../core/index.ts';

/** Who may open a page or press what is on it. */
export type Who = 'anybody' | 'signed-in' | 'coordinates' | 'answers';

/** Every address of the desk, and who may. What is not in it is not there. */
export const WHO_MAY = {
  'GET /style.css': 'anybody',
  'GET /sign-in': 'anybody',
  'POST /sign-in': 'anybody',
  'GET /link/:link': 'anybody',
  'POST /link/:link': 'anybody',
  'GET /': 'signed-in',
  'POST /sign-out': 'signed-in',
  'GET /sessions': 'signed-in',
  'POST /sessions/end': 'signed-in',
  'POST /sessions/:id/end': 'signed-in',
  'GET /programmes': 'signed-in',
  'GET /programmes/:id': 'signed-in',
  'GET /retention': 'signed-in',
  'GET /what-we-keep': 'signed-in',
  'GET /today': 'coordinates',
  'POST /tasks/:id/take': 'coordinates',
  'POST /tasks/:id/done': 'coordinates',
  'GET /people': 'coordinates',
  'GET /people/:id': 'coordinates',
  'POST /people/:id/role': 'coordinates',
  'POST /people/:id/letter': 'coordinates',
  'POST /people/:id/copy': 'coordinates',
  'GET /people/:id/erase': 'coordinates',
  'POST /people/:id/erase': 'coordinates',
  'GET /matching': 'coordinates',
  'GET /drafts/:id': 'coordinates',
  'POST /drafts/:id/ask': 'coordinates',
  'POST /drafts/:id/offer': 'coordinates',
  'POST /drafts/:id/add': 'coordinates',
  'GET /matches/:id': 'coordinates',
  'POST /matches/:id/confirm': 'coordinates',
  'POST /matches/:id/aside': 'coordinates',
  'POST /matches/:id/offer': 'coordinates',
  'POST /matches/:id/swap': 'coordinates',
  'POST /matches/:id/out': 'coordinates',
  'GET /audit': 'coordinates',
  'POST /audit/verify': 'coordinates',
  'GET /concerns': 'answers',
  'GET /concerns/:id': 'answers',
  'POST /concerns/:id/read': 'answers',
  'POST /concerns/:id/see': 'answers',
  'POST /concerns/:id/take': 'answers',
  'POST /concerns/:id/close': 'answers',
  'POST /concerns/:id/pause': 'answers',
  'POST /concerns/:id/resume': 'answers',
} as const satisfies Readonly<Record<string, Who>>;

export type Route = keyof typeof WHO_MAY;

/** Whose thing it is behind the address is decided with the data. */
export function mayOpen(who: Who, holder: DeskHolder | undefined): boolean {
  if (who === 'anybody') return true;
  if (holder === undefined) return false;
  if (who === 'coordinates') return holder.coordinates.length > 0;
  return who === 'answers' ? holder.answersFor.length > 0 : true;
}
