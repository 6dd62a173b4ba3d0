import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SlackStandIn, startSlackStandIn } from '../../bots/rehearsal/slack/stand-in.ts';
import { startTalkativeApp, type TalkativeApp } from './slack-stand-in-bot.ts';

let standIn: SlackStandIn;
let talkative: TalkativeApp;

beforeAll(async () => {
  standIn = await startSlackStandIn({ limits: 'off', ackTimeoutMs: 1000, retryDelaysMs: [50, 50, 50] });
  talkative = await startTalkativeApp(standIn);
});
afterAll(async () => {
  await talkative.stop();
  await standIn.stop();
});

describe('a real Bolt app in Socket Mode', () => {
  it('hears words and answers with blocks', async () => {
    const mia = standIn.user({ name: 'Mia' });
    mia.send('hello & <all>');
    const shown = await mia.waitFor('You said hello & <all>');
    expect(talkative.heard).toContain('said hello &amp; &lt;all&gt;');
    expect(shown.fallback).toBe('You said hello & <all>');
    expect(shown.formats).toEqual(['bold']);
    expect(shown.buttons.flat().map(({ label }) => label)).toEqual(['Yes', 'Form']);
  });

  it('hears a press and answers by its address', async () => {
    const bo = standIn.user({ name: 'Bo' });
    bo.send('hi');
    await bo.waitFor('hi');
    await expect(bo.press('Yes').acknowledged).resolves.toBe('acknowledged');
    const shown = await bo.waitFor('Thank you');
    expect(shown.isEdited).toBe(true);
    expect(talkative.heard).toContain(`pressed by ${bo.id}`);
  });

  it('answers a command to its sender alone', async () => {
    const mia = standIn.user({ name: 'Mia' });
    const bo = standIn.user({ name: 'Bo' });
    const channel = standIn.channel({ name: 'general' });
    const here = mia.inChannel(channel);
    await expect(here.command('/mentoring', 'a < b')).resolves.toBe('acknowledged');
    const shown = await here.waitFor('Heard a < b');
    expect(shown.isEphemeral).toBe(true);
    expect(bo.inChannel(channel).see()).toEqual([]);
    expect(channel.messages).toEqual([]);
  });

  it('opens a form, finds fault with it, lays another upon it and closes it', async () => {
    const ash = standIn.user({ name: 'Ash' });
    ash.send('hi');
    await ash.waitFor('hi');
    ash.press('Form');
    await ash.waitForModal('First');
    expect(await ash.submit()).toMatchObject({ outcome: 'refused' });
    ash.fillIn({ 'Your name': 'bad' });
    expect(await ash.submit()).toEqual({ outcome: 'errors', errors: { 'Your name': 'Try another' } });
    expect(ash.modal()?.inputs[0]).toMatchObject({ value: 'bad', error: 'Try another' });
    ash.fillIn({ 'Your name': 'more' });
    expect(await ash.submit()).toMatchObject({ outcome: 'pushed' });
    expect(ash.modal()).toMatchObject({ title: 'Second', depth: 2 });
    ash.fillIn({ 'Your name': 'again' });
    expect(await ash.submit()).toMatchObject({ outcome: 'updated' });
    expect(ash.modal()).toMatchObject({ title: 'Renewed', depth: 2 });
    ash.fillIn({ 'Your name': 'Ash' });
    expect(await ash.submit()).toMatchObject({ outcome: 'closed' });
    expect(ash.modal()).toMatchObject({ title: 'First', depth: 1 });
    await ash.waitFor('Welcome, Ash');
    ash.fillIn({ 'Your name': 'clear' });
    expect(await ash.submit()).toMatchObject({ outcome: 'cleared' });
    expect(ash.modal()).toBeUndefined();
  });

  it('publishes a Home tab when it is opened', async () => {
    const mia = standIn.user({ name: 'Mia' });
    mia.openHome();
    await mia.waitForHome('Your board');
  });

  it('shows what nobody acknowledges in time', async () => {
    const mia = standIn.user({ name: 'Mia' });
    await expect(mia.command('/mentoring', 'silence')).resolves.toBe('trouble');
    expect(mia.see().at(-1)?.text).toBe('/mentoring failed with the error "dispatch_failed"');
  });

  it('comes to rest', async () => {
    await standIn.idle();
    expect(standIn.journal.warnings()).toEqual([]);
    expect(talkative.heard.filter((words) => words.startsWith('error'))).toEqual([]);
  });
});
