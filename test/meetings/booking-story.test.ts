import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStage, type Phone, type Stage } from '../support/stage.ts';
import { afternoons, peopleOn } from './a-pair.ts';

let stage: Stage;
let mia: Phone;
let ana: Phone;

/** Every card of the meeting in a chat, one paragraph a line. */
function cards(phone: Phone): string[] {
  return phone
    .messages()
    .map(({ shown }) => shown.paragraphs.join('\n'))
    .filter((said) => /^With |\nWith /.test(said));
}

function everyCardSays(phone: Phone, ...wanted: string[]): void {
  const shown = cards(phone);
  expect(shown.length).toBeGreaterThan(0);
  for (const card of shown) for (const text of wanted) expect(card).toContain(text);
}

function labels(phone: Phone): string[] {
  return phone
    .last()
    .shown.buttons.flat()
    .map(({ label }) => label);
}

beforeEach(async () => {
  // A Monday morning.
  stage = await openStage('2026-11-23T09:00:00Z');
  const people = await peopleOn(stage);
  const mentor = await people.person('Ana', { free: afternoons });
  const mentee = await people.person('Mia', { free: afternoons });
  await people.pair(mentor, mentee);
  mia = stage.phone('Mia');
  ana = stage.phone('Ana');
});

afterEach(async () => {
  expect(stage.faults).toEqual([]);
  await stage.close();
});

async function bookTuesday(): Promise<void> {
  await mia.says('book');
  await mia.says('tomorrow at 3pm');
  await mia.presses('By phone');
  await mia.presses('30 minutes');
  await mia.says('01592 000000');
}

describe('a mentee and her mentor arrange to meet (MTG-03, ACC-04)', () => {
  it('offers times that suit both, day names first, and leads to a meeting asked for', async () => {
    await mia.says('book');
    const [first = ''] = labels(mia);
    expect(first).toMatch(/^Monday 23 November, \d:00 pm$/);
    await mia.presses(first);
    await mia.presses('By video');
    await mia.presses('45 minutes');
    await mia.presses('Skip');
    everyCardSays(mia, first, 'With Ana. By video, 45 minutes.', 'Ana has not answered yet');
    everyCardSays(ana, first, 'With Mia. By video, 45 minutes.', 'Does this time suit you?');
    expect(labels(ana)).toEqual(['Yes, that suits me', 'Another time', 'No, I cannot', 'Home', 'Help']);
  });

  it('books, says yes, asks to move, says yes to that, and calls off: both cards true at each step', async () => {
    await bookTuesday();
    everyCardSays(mia, 'Tuesday 24 November, 3:00 pm', 'By phone, 30 minutes', '01592 000000');
    everyCardSays(ana, 'Tuesday 24 November, 3:00 pm', 'By phone, 30 minutes', '01592 000000');

    await ana.presses('Yes, that suits me');
    everyCardSays(mia, 'agreed on this time');
    everyCardSays(ana, 'agreed on this time');
    expect(mia.last().shown.paragraphs[0]).toBe('Ana said yes.');
    expect(await claims()).toEqual(['2026-11-24T15:00:00.000Z', '2026-11-24T15:00:00.000Z']);

    await ana.presses('Move it');
    await ana.says('Wednesday 2pm');
    everyCardSays(
      mia,
      'Tuesday 24 November, 3:00 pm',
      'Ana asks to move it',
      'Wednesday 25 November, 2:00 pm',
    );
    everyCardSays(
      ana,
      'Tuesday 24 November, 3:00 pm',
      'You asked Mia to move it',
      'Wednesday 25 November, 2:00 pm',
    );
    expect(await claims()).toEqual(['2026-11-24T15:00:00.000Z', '2026-11-24T15:00:00.000Z']);

    await mia.presses('Yes, move it');
    for (const phone of [mia, ana]) {
      everyCardSays(
        phone,
        'Wednesday 25 November, 2:00 pm',
        'agreed on this time',
        'Before, it was on Tuesday 24 November',
      );
      for (const card of cards(phone)) expect(card).not.toContain('asks to move');
    }
    expect(await claims()).toEqual(['2026-11-25T14:00:00.000Z', '2026-11-25T14:00:00.000Z']);

    await mia.presses("I can't make it");
    everyCardSays(mia, 'You called this off');
    everyCardSays(ana, 'Mia cannot make it');
    expect(labels(mia)).toContain('Find another time');
    expect(await claims()).toEqual([]);

    await mia.presses('Caring for someone');
    everyCardSays(mia, 'I have kept that');
    for (const card of cards(ana)) expect(card).not.toContain('aring');
  });

  it('keeps the time that was agreed when the other one says no to a new one', async () => {
    await bookTuesday();
    await ana.presses('Yes, that suits me');
    await mia.presses('Move it');
    await mia.says('Friday 1pm');
    await ana.presses('Keep the time we had');
    for (const phone of [mia, ana]) {
      everyCardSays(phone, 'Tuesday 24 November, 3:00 pm', 'agreed on this time');
      for (const card of cards(phone)) expect(card).not.toContain('Friday');
    }
  });

  it('moves by a quarter of an hour: a meeting is not in its own way', async () => {
    await bookTuesday();
    await ana.presses('Yes, that suits me');
    await ana.presses('Move it');
    await ana.says('tomorrow 3:15pm');
    await mia.presses('Yes, move it');
    everyCardSays(mia, 'Tuesday 24 November, 3:15 pm', 'agreed on this time');
    expect(await claims()).toEqual(['2026-11-24T15:15:00.000Z', '2026-11-24T15:15:00.000Z']);
  });

  it('answers an old button kindly, and shows how it stands now', async () => {
    await bookTuesday();
    const yes = ana.tokenOf('Yes, that suits me');
    await mia.presses('Take it back');
    expect(await ana.pressesToken(yes)).toBe('refused');
    expect(ana.reads('This has changed')).toBeDefined();
    everyCardSays(ana, 'Mia cannot make it');
    expect(await claims()).toEqual([]);
  });

  it('finishes at once with "Same as last time", the place included', async () => {
    await bookTuesday();
    await ana.presses('Yes, that suits me');
    await mia.says('book');
    await mia.says('Thursday 2pm');
    await mia.presses('Same as last time: by phone, 30 minutes');
    const last = ana.last().shown.paragraphs.join('\n');
    expect(last).toContain('Thursday 26 November, 2:00 pm');
    expect(last).toContain('By phone, 30 minutes');
    expect(last).toContain('01592 000000');
  });

  it('asks which hour when only a part of the day was written, and understands the hour alone', async () => {
    await mia.says('book');
    await mia.says('tomorrow evening');
    expect(mia.last().shown.paragraphs.join(' ')).toContain('At what time on Tuesday 24 November?');
    expect(labels(mia)).toContain('Tuesday 24 November, 6:00 pm');
    await mia.says('7');
    await mia.presses('By text');
    await mia.presses('15 minutes');
    everyCardSays(ana, 'Tuesday 24 November, 7:00 pm', 'By text, 15 minutes');
  });

  it('splits a meeting into two short halves with a rest, which belongs to it (ENR-01)', async () => {
    await mia.says('book');
    await mia.says('tomorrow 3pm');
    await mia.presses('By phone');
    await mia.presses('Two halves of 10 minutes, with 10 minutes of rest');
    await mia.presses('Skip');
    await ana.presses('Yes, that suits me');
    everyCardSays(ana, '20 minutes in two halves, with a rest of 10 minutes');
    const [taken] = await stage.store.read.meetings.upcoming(
      (await meetingOf()).menteeId,
      stage.clock.now().toString(),
      1,
    );
    expect(taken?.meeting.restMinutes).toBe(10);
  });

  it('offers a calendar file with a plain title (ENR-07)', async () => {
    await bookTuesday();
    await ana.presses('Yes, that suits me');
    await ana.presses('Put it in my calendar');
    const file = ana.last().shown.file;
    const said = new TextDecoder().decode(file?.bytes);
    expect(said).toContain(`UID:${(await meetingOf()).id}@beenthere`);
    expect(said).toContain('DTSTART:20261124T150000Z');
    expect(said).toContain('SUMMARY:Coffee');
    expect(said).not.toContain('Carers');
  });

  it('lists what is arranged, and opens its card', async () => {
    await bookTuesday();
    await mia.says('my meetings');
    expect(mia.last().shown.paragraphs).toContain('Tuesday 24 November, 3:00 pm, Ana (asked for)');
    await mia.presses('Tuesday 24 November, 3:00 pm, Ana (asked for)');
    expect(labels(mia)).toContain('Take it back');
  });
});

async function claims(): Promise<string[]> {
  const { mentorId, menteeId } = await meetingOf();
  const pairs = await stage.store.read.meetings.pairsToBook(menteeId);
  const found = await stage.store.read.meetings.forBooking(pairs[0]?.pair.id ?? '', '2026-11-24T10:00:00Z');
  const later = await stage.store.read.meetings.forBooking(pairs[0]?.pair.id ?? '', '2026-11-25T10:00:00Z');
  return [...(found?.busy ?? []), ...(later?.busy ?? [])]
    .filter(({ personId }) => [mentorId, menteeId].includes(personId))
    .map(({ from }) => from.toString({ fractionalSecondDigits: 3 }));
}

async function meetingOf() {
  const [first] = await stage.store.read.pairs.list();
  const meetings = await stage.store.read.meetings.ofPair(first?.id ?? '', new Date(0));
  const [meeting] = meetings;
  if (meeting === undefined) throw new Error('There is no meeting');
  return meeting;
}
