import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../core/people/person.ts';
import { aMeeting, aMember, type GroupWorld, type Somebody, withOpenGroup } from './group-world.ts';

let world: GroupWorld;
let lead: Somebody;
let groupId: string;
withOpenGroup((opened) => {
  ({ world, lead, groupId } = opened);
});

const HOW = 'How was that for you?';
const asked = (who: Somebody): number => world.said(who).split(HOW).length - 1;

async function warned(warning: string): Promise<string> {
  const args = { groupId, startsAt: '2026-11-26T18:00:00Z', minutes: 60, warning };
  const planned = await world.does(lead, 'plan-group-meeting', args);
  if (planned.did !== 'done') throw new Error(JSON.stringify(planned));
  return String(planned.happened[0]?.ids['meetingId']);
}

const opens = (who: Somebody, meetingId: string) =>
  world.does(who, 'show', { screen: 'group-meeting-card', args: { meetingId, opened: true } });

describe('a meeting that may be hard (SAF-07)', () => {
  it('says so on its card, in its place and in private, above what can be answered', async () => {
    const ann = await aMember(world, groupId, 'Ann');
    const meetingId = await warned('We talk about losing somebody.');
    expect(world.there('This may be hard')?.paragraphs).toContain('We talk about losing somebody.');
    await opens(ann, meetingId);
    expect(world.last(ann)).toMatch(/This may be hard:\nWe talk about losing somebody\./);
    expect(world.labels(ann)).toContain('Coming');
  });

  it('shows nothing of it on a locked screen, and asks for no answer before it could be read', async () => {
    const ann = await aMember(world, groupId, 'Ann', { app: 'telegram' });
    await world.does(ann, 'follow-group', { groupId, follow: true });
    await warned('We talk about losing somebody.');
    expect(world.last(ann)).not.toContain('losing somebody');
    expect(world.labels(ann)).not.toContain('Coming');
    await world.presses(ann, 'See it');
    expect(world.last(ann)).toContain('losing somebody');
    expect(world.labels(ann)).toContain('Coming');
  });

  it('can be said later: those who are coming hear of it, and only who runs the group may say it', async () => {
    const ann = await aMember(world, groupId, 'Ann');
    const meetingId = await aMeeting(world, lead, groupId);
    await world.pressesThere(ann, 'Coming');
    const no = await world.does(ann, 'warn-of-group-meeting', { meetingId, warning: 'x' });
    expect(no.did).not.toBe('done');
    await world.does(lead, 'warn-of-group-meeting', { meetingId, warning: 'Illness' });
    expect(world.labels(ann)).toContain('See it');
    await world.presses(ann, 'See it');
    expect(world.last(ann)).toContain('Illness');
    expect(world.there('This may be hard')?.paragraphs).toContain('Illness');
  });

  it('is followed by a private question to whoever was there, once, with help one tap away', async () => {
    const meetingId = await warned('Loss');
    const [ann, ben] = [await aMember(world, groupId, 'Ann'), await aMember(world, groupId, 'Ben')];
    await world.pressesThere(ann, 'Coming');
    await world.pressesThere(ben, 'Can’t this time');
    await world.later({ hours: 24 * 3 + 12 });
    expect([asked(ann), asked(ben), asked(lead)]).toEqual([1, 0, 1]);
    expect(world.labels(ann)).toEqual(expect.arrayContaining(['Help', 'Who can I talk to?']));
    await world.does(lead, 'group-was-hard', { meetingId });
    await world.later({ hours: 24 });
    expect([asked(ann), asked(ben), asked(lead)]).toEqual([1, 0, 1]);
    expect(world.allThere()).not.toContain(HOW);
  });

  it('is asked after quiet hours, and never of somebody who takes a break or stopped', async () => {
    await warned('Loss');
    const quiet = await aMember(world, groupId, 'Quinn', { quietFrom: '19:30', quietTo: '09:00' });
    const [rests, stopped] = [await aMember(world, groupId, 'Rae'), await aMember(world, groupId, 'Sol')];
    for (const who of [quiet, rests, stopped]) await world.pressesThere(who, 'Coming');
    await world.does(rests, 'pause', { until: 'two-weeks' });
    await world.does(stopped, 'stop', {});
    await world.later({ hours: 24 * 3 + 13 });
    expect([asked(quiet), asked(rests), asked(stopped)]).toEqual([0, 0, 0]);
    await world.later({ hours: 24 });
    expect([asked(quiet), asked(rests), asked(stopped)]).toEqual([1, 0, 0]);
  });

  it('is asked of nobody after any other, unless its lead says that it was hard', async () => {
    const meetingId = await aMeeting(world, lead, groupId);
    const ann = await aMember(world, groupId, 'Ann');
    await world.pressesThere(ann, 'Coming');
    expect((await world.does(lead, 'group-was-hard', { meetingId })).did).not.toBe('done');
    await world.later({ hours: 24 * 3 + 12 });
    expect(asked(ann)).toBe(0);
    expect((await world.does(ann, 'group-was-hard', { meetingId })).did).not.toBe('done');
    await world.does(lead, 'group-was-hard', { meetingId });
    await world.later({ hours: 14 });
    expect(asked(ann)).toBe(1);
  });
});

describe('whether a group is still helping (SAF-06)', () => {
  const WEEKS = 7 * 24;
  const wants = { settings: { ...DEFAULT_SETTINGS, nudges: 'on' as const } };
  const QUESTION = 'Is Tuesday people still helping you?';
  const optIn = async (): Promise<void> => {
    const programme = await world.core.read.programmes.programme(world.programmeId);
    if (programme === undefined) throw new Error('no programme');
    const document = { ...programme.document, stillHelping: { on: true, weeks: 8 } };
    await world.commit({
      saves: [{ table: 'programme', row: { ...programme, version: programme.version + 1, document } }],
    });
  };

  it('is asked of nobody unless the programme chose it, nor of whoever did not choose to be written to', async () => {
    const [ann, ben] = [await aMember(world, groupId, 'Ann', wants), await aMember(world, groupId, 'Ben')];
    await world.later({ hours: 9 * WEEKS });
    expect(world.said(ann)).not.toContain('short question');
    await optIn();
    await world.later({ hours: 48 });
    expect(world.said(ann)).toContain('short question');
    expect(world.said(ben)).not.toContain('short question');
  });

  it('has ways out, in private: unsure, a person to talk to, other help, and leaving without a reason', async () => {
    await optIn();
    const ann = await aMember(world, groupId, 'Ann', wants);
    await world.later({ hours: 8 * WEEKS - 24 });
    expect(world.said(ann)).not.toContain('short question');
    await world.later({ hours: 72 });
    expect(world.last(ann)).not.toContain('Tuesday people');
    await world.presses(ann, 'See it');
    expect(world.last(ann)).toContain(QUESTION);
    expect(world.labels(ann)).toContain('Other help');
    await world.presses(ann, 'I am not sure');
    expect(world.last(ann)).toContain('Nobody is told');
    await world.presses(ann, 'I would like to talk to somebody');
    await world.presses(ann, 'I would like to talk to somebody');
    expect(await world.rows('SELECT kind, "personId", "groupId" FROM task')).toEqual([
      { kind: 'wants-a-call', personId: ann.id, groupId: null },
    ]);
    await world.presses(ann, 'Leave');
    await world.presses(ann, 'Yes, leave');
    expect(await world.rows('SELECT state FROM group_member WHERE "personId" = $1', [ann.id])).toEqual([
      { state: 'left' },
    ]);
    expect(world.said(lead)).not.toContain('Ann');
    await world.later({ hours: 9 * WEEKS });
    expect(world.said(ann).split('short question')).toHaveLength(2);
  });

  it('waits while she is on a break, and is answered by nobody else', async () => {
    await optIn();
    const [ann, ben] = [await aMember(world, groupId, 'Ann', wants), await aMember(world, groupId, 'Ben')];
    await world.later({ hours: 8 * WEEKS - 24 });
    await world.does(ann, 'pause', { until: 'week' });
    await world.later({ hours: 6 * 24 });
    expect(world.said(ann)).not.toContain('short question');
    await world.later({ hours: 6 * 24 });
    expect(world.said(ann)).toContain('short question');
    const [nudge] = await world.rows('SELECT id FROM nudge');
    const no = await world.does(ben, 'answer-group-still-helping', {
      nudgeId: nudge?.['id'],
      answer: 'talk',
    });
    expect(no.did).not.toBe('done');
  });
});

it('names other help in a reminder now and then, and not in every one (SAF-08)', async () => {
  const ann = await aMember(world, groupId, 'Ann');
  const named = async () => await world.rows(`SELECT FROM journal WHERE event = 'other-help.named'`);
  const next = async (startsAt: string): Promise<void> => {
    const meetingId = await aMeeting(world, lead, groupId, startsAt);
    await world.does(ann, 'answer-group-meeting', { meetingId, sequence: 0, answer: 'coming', own: false });
  };
  await next('2026-11-26T18:00:00Z');
  await world.later({ hours: 24 * 2 + 10 });
  expect(world.last(ann)).toContain('There is other help beside this');
  await world.presses(ann, 'Other help');
  expect(world.last(ann)).toContain('116 123');
  await world.later({ hours: 48 });
  await next('2026-12-03T18:00:00Z');
  await world.later({ hours: 24 * 7 });
  expect(await named()).toHaveLength(1);
  await next('2026-12-31T18:00:00Z');
  await world.later({ hours: 24 * 30 });
  expect(await named()).toHaveLength(2);
  const reminders = await world.rows(`SELECT FROM journal WHERE event = 'group-meeting.reminded'`);
  expect(reminders.length).toBeGreaterThan(3);
});
