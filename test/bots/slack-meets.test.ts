import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinsInSlack, openSlackWorld, type SlackHand, type SlackWorld, slackHand } from './slack-world.ts';

describe('two people in Slack', () => {
  let world: SlackWorld;
  let mentee: SlackHand;
  let mentor: SlackHand;

  beforeAll(async () => {
    world = await openSlackWorld();
    mentee = slackHand(world, 'Aisha Test');
    mentor = slackHand(world, 'Ruth Test');
    const menteeId = await joinsInSlack(world, mentee, 'Aisha');
    const mentorId = await joinsInSlack(world, mentor, 'Ruth');
    const programmeId = (await world.core.read.programmes.first())?.id ?? '';
    await world.coordinate('give-role', { personId: mentorId, programmeId, role: 'mentor' });
    await world.coordinate('give-role', { personId: menteeId, programmeId, role: 'mentee' });
    await world.coordinate('make-pair', { programmeId, mentorId, menteeId, rhythmDays: 14 });
    await world.settle();
  });
  afterAll(() => world.close());

  it('begin to book on a sheet, and go on in the chat', async () => {
    await mentee.says('home');
    await mentee.presses('Find a time to meet');
    const day = mentee.phone.modal()?.inputs[0];
    expect(day?.options.map(({ label }) => label)).toContain('Tuesday 24 November');
    mentee.phone.fillIn({ [day?.label ?? '']: 'Tuesday 24 November' });
    expect(await mentee.phone.submit()).toMatchObject({ outcome: 'closed' });
    await world.settle();
    expect(mentee.phone.last()?.selects[0]?.options.length).toBeGreaterThan(10);
    await mentee.chooses('Tuesday 24 November, 10:00 am');
    await mentee.presses('By phone');
    await mentee.presses('30 minutes');
    while (mentee.labels().includes('Skip')) await mentee.presses('Skip');
    expect(mentor.labels()).toContain('Yes, that suits me');
  });

  it('write on a sheet too', async () => {
    await mentee.presses('Another time');
    const field = mentee.phone.modal()?.inputs.find(({ type }) => type === 'plain_text_input');
    mentee.phone.fillIn({ [field?.label ?? '']: 'Thursday at 3pm' });
    await mentee.phone.submit();
    await world.settle();
    expect(mentee.phone.last()?.text).toContain('Thursday 26 November');
  });

  it('see the card they have change in place', async () => {
    const asked = mentee.phone.see().findLast(({ text }) => text.includes('has not answered yet'));
    expect(asked?.text).toContain('Thursday 26 November');
    await mentor.presses('Yes, that suits me');
    const card = mentee.phone.see().find(({ ts }) => ts === asked?.ts);
    expect(card?.isEdited).toBe(true);
    expect(card?.text).not.toContain('has not answered yet');
    expect(world.faults).toEqual([]);
    expect(world.slack.journal.warnings()).toEqual([]);
  });

  it('are answered in a channel where nobody else sees it, in place', async () => {
    const channel = world.slack.channel({ name: 'general' });
    const here = mentee.phone.inChannel(channel);
    expect(await here.command('/mentoring', 'home')).toBe('acknowledged');
    await world.settle();
    const home = here.last();
    expect(home).toMatchObject({ isEphemeral: true, channel: channel.id });
    expect(home?.text).toContain('Hello Aisha');
    await here.press('My meetings').acknowledged;
    await world.settle();
    expect(here.last()?.isEphemeral).toBe(true);
    await here.command('/mentoring', 'book');
    await world.settle();
    const asked = here.last();
    await here.press('Wednesday 25 November').acknowledged;
    await world.settle();
    // What is asked next stands where the question before it stood.
    expect(here.last()).toMatchObject({ ts: asked?.ts, isEdited: true });
    expect(here.last()?.text).toContain('At what time');
    expect(channel.messages).toEqual([]);
    expect(mentor.phone.inChannel(channel).see()).toEqual([]);
    expect(world.faults).toEqual([]);
  });

  it('have a front page', async () => {
    mentee.phone.openHome();
    await world.settle();
    const home = mentee.phone.home();
    expect(home?.text).toContain('Hello Aisha');
    await mentee.phone.pressHome('My meetings').acknowledged;
    await world.settle();
    expect(mentee.reads()).not.toBe('');
    expect(world.faults).toEqual([]);
  });

  it('are told what is kept when they send something else', async () => {
    const { teamId } = world.slack;
    const files = [{ id: 'F1', mimetype: 'image/png' }];
    const event = {
      type: 'message',
      channel_type: 'im',
      user: mentor.phone.id,
      subtype: 'file_share',
      files,
    };
    const before = mentor.phone.mark();
    world.slack.sendEvent({ ...event, channel: mentor.phone.channel, ts: '1.1', team: teamId, text: '' });
    await world.settle();
    expect((await mentor.phone.waitFor(() => true, { since: before })).text).not.toBe('');
  });

  it('have one effect however often something comes', async () => {
    const before = mentor.phone.see().length;
    world.slack.faults.nextDelivery('duplicate');
    await mentor.says('home');
    world.slack.faults.nextDelivery('lose-ack');
    await mentor.says('home');
    expect(mentor.phone.see().length).toBe(before + 4);
  });

  it('are not called unreachable for an error of Slack’s, and are when they have gone', async () => {
    const reachable = async () => {
      const found = await world.rows('SELECT reachable FROM account WHERE "userId" = $1', [mentor.phone.id]);
      return found[0]?.['reachable'];
    };
    const before = mentor.phone.see().length;
    world.slack.faults.next({ kind: '429', method: 'chat.postMessage', retryAfter: 1 });
    await mentor.says('home');
    expect(mentor.phone.see()).toHaveLength(before + 1);
    expect(await reachable()).toBe(true);
    const seen = async (): Promise<number> => {
      await world.settle();
      return mentor.phone.see().length;
    };
    await expect.poll(seen, { timeout: 5000 }).toBe(before + 2);
    mentor.phone.send('home');
    await world.slack.idle();
    mentor.phone.deactivate();
    await world.settle();
    expect(await reachable()).toBe(false);
  });
});
