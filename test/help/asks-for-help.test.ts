import { describe, expect, it } from 'vitest';
import { asksForHelp } from '../../core/help/asks-for-help.ts';

describe('asking for help in plain words', () => {
  it.each([
    'help',
    'Help!',
    'HELP ME',
    'help me please',
    'please help',
    'pls help me',
    'Can someone help me?',
    'hiya, can you help me please',
    'I need help',
    'i need help now',
    'I really need help',
    'ah need help',
    'who can i talk to',
    'Who can I talk to?',
    'who do I call',
    'I need to talk to someone',
    'i want tae speak tae somebody',
    'I need someone to talk to',
    'is there anyone I can talk to?',
    'helpline',
    'crisis',
    'emergency',
    'SOS',
    'emergency number',
    'I want to talk to a real person',
    'heeelp',
    'where can I get help',
  ])('is heard: %s', (message) => {
    expect(asksForHelp(message)).toBe(true);
  });

  it.each([
    '',
    'Thanks for your help',
    'that was helpful',
    'I can help with the shopping',
    'I need help with the form',
    'can you help me move my meeting',
    'my mentor helped me a lot',
    'helping at the garden on Friday',
    'who can I give the form to',
    'I talked to someone at the council',
    'happy to help',
    'no help needed',
    'Tuesday 3pm',
    'The emergency plan for respite is done',
  ])('is not heard in: %s', (message) => {
    expect(asksForHelp(message)).toBe(false);
  });
});
