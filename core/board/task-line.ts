import { type Text, text } from '../texts/text.ts';
import type { Board, Named } from './board.ts';
import { type Looking, nameIn, sinceIn } from './looking.ts';

/** What a task is about and since when. A kind without words of its own is shown all the same. */
export function taskLine(task: Board['tasks'][number], n: string, looking: Looking): Text {
  const { kind, person, two, createdAt, unreachableSince } = task;
  const since = sinceIn(unreachableSince ?? createdAt, looking);
  if (two !== null) {
    const [mentor, mentee] = two;
    const said = { n, one: nameIn(mentee), two: nameIn(mentor), ...since };
    if (kind === 'may-want-a-hand') return text('board-may-want-a-hand', said);
    if (kind === 'clash') return text('board-clash', said);
    if (kind === 'contact-out-of-hours') return text('board-contact-out-of-hours', said);
    if (kind === 'reported-message') return text('board-reported-message', reported(n, person, two, since));
    if (kind === 'partner-left')
      return text('board-partner-left', { n, name: nameIn(person ?? NOBODY), ...since });
  }
  if (kind === 'ring-safeguarding') return text('board-ring-safeguarding', { n, ...since });
  if (kind === 'training-register') return text('board-training-register', { n, ...since });
  const said = { n, name: nameIn(person ?? NOBODY), ...since };
  const mentor = nameIn(task.other ?? NOBODY);
  if (kind === 'no-answers') return text('board-no-answers', { ...said, as: task.what ?? 'mentee' });
  if (kind === 'match-to-confirm') return text('board-match-to-confirm', { ...said, mentor });
  if (kind === 'wants-role') return text('board-wants-role', { ...said, what: task.what ?? '' });
  if (kind === 'mentor-not-free') return text('board-mentor-not-free', { ...said, mentor });
  if (task.group !== null && kind === 'group-to-open')
    return text('board-group-to-open', { ...said, group: task.group.name });
  if (task.group !== null && kind === 'group-report')
    return text('board-group-report', { ...said, group: task.group.name });
  if (task.group !== null && kind === 'group-out-of-reach')
    return text('board-group-out-of-reach', { n, group: task.group.name, ...since });
  return aboutPerson(kind, said);
}

/** Who reported, and who wrote: the other of the two. */
function reported(
  n: string,
  person: Named | null,
  [mentor, mentee]: readonly [Named, Named],
  since: ReturnType<typeof sinceIn>,
) {
  const writer = person?.id === mentor.id ? mentee : mentor;
  return { n, name: nameIn(person ?? NOBODY), writer: nameIn(writer), ...since };
}

const NOBODY: Pick<Named, 'name'> = { name: null };

function aboutPerson(
  kind: string,
  said: { n: string; name: string; weekday: string; day: string; month: string },
): Text {
  const { name: _name, ...unnamed } = said;
  if (kind === 'new-person') return text('board-new-person', said);
  if (kind === 'under-age') return text('board-under-age', unnamed);
  if (kind === 'wants-a-call') return text('board-wants-a-call', said);
  if (kind === 'tell-by-phone') return text('board-tell-by-phone', said);
  if (kind === 'cannot-be-reached') return text('board-cannot-be-reached', said);
  if (kind === 'a-lot-just-now') return text('board-a-lot-just-now', said);
  if (kind === 'to-talk-with') return text('board-to-talk-with', said);
  if (kind === 'wants-to-mentor') return text('board-wants-to-mentor', said);
  if (kind === 'wants-taster') return text('board-wants-taster', said);
  if (kind === 'wants-drop-in') return text('board-wants-drop-in', said);
  if (kind === 'for-supervision') return text('board-for-supervision', said);
  if (kind === 'wants-a-change') return text('board-wants-a-change', said);
  if (kind === 'wants-to-end') return text('board-wants-to-end', said);
  if (kind === 'waits-for-mentor') return text('board-waits-for-mentor', said);
  if (kind === 'waits-for-mentee') return text('board-waits-for-mentee', said);
  if (kind === 'different-match') return text('board-different-match', said);
  if (kind === 'may-mentor') return text('board-may-mentor', said);
  if (kind === 'training-ended') return text('board-training-ended', said);
  if (kind === 'two-records') return text('board-two-records', said);
  if (kind === 'shared-a-reflection') return text('board-shared', said);
  return text('board-other-task', said);
}
