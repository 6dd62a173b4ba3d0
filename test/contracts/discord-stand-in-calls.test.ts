import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DiscordStandIn, startDiscordStandIn } from '../../bots/rehearsal/discord/stand-in.ts';
import { call } from './discord-stand-in-call.ts';

let standIn: DiscordStandIn;

beforeEach(async () => {
  standIn = await startDiscordStandIn({ limits: 'off' });
  standIn.guild({ id: '500' }).channel({ id: '501' });
  standIn.user({ id: '11', name: 'Mia' }).joinGuild('500');
});
afterEach(() => standIn.stop());

async function send(body: object) {
  const { body: message } = await call(standIn, 'POST /channels/501/messages', body);
  return { id: String(Reflect.get(Object(message), 'id')) };
}

function seen() {
  return standIn.user({ id: '11', name: 'Mia' }).inChannel('501').see();
}

describe('what a message does to people', () => {
  it('calls whom it names, as far as allowed_mentions lets it', async () => {
    const role = standIn.guild({ id: '500' }).addRole('leads');
    const content = `<@11> <@&${role}> @everyone \`<@12>\``;
    await send({ content });
    await send({ content, allowed_mentions: { parse: [] } });
    await send({ content, allowed_mentions: { users: ['11'] } });
    await send({ content, allowed_mentions: { parse: ['roles', 'everyone'] } });
    await send({ flags: 32768, components: [{ type: 10, content: '<@11>' }] });
    expect(seen().map((message) => message.pings)).toEqual([
      { users: ['11'], roles: [role], everyone: true },
      { users: [], roles: [], everyone: false },
      { users: ['11'], roles: [], everyone: false },
      { users: [], roles: [role], everyone: true },
      { users: ['11'], roles: [], everyone: false },
    ]);
  });

  it('calls whom it replies to, unless it says otherwise', async () => {
    const { messageId } = standIn.user({ id: '11', name: 'Mia' }).inChannel('501').send('hi');
    const reply = { content: 'x', message_reference: { message_id: messageId } };
    await send(reply);
    await send({ ...reply, allowed_mentions: { parse: [] } });
    await send({ ...reply, allowed_mentions: { parse: [], replied_user: true } });
    expect(
      seen()
        .slice(1)
        .map(({ pings, replyTo }) => [pings.users, replyTo]),
    ).toEqual([
      [['11'], messageId],
      [[], messageId],
      [['11'], messageId],
    ]);
  });

  it('does not call anew by an edit that leaves the words alone', async () => {
    const { id } = await send({ content: '<@11>', allowed_mentions: { parse: [] } });
    await call(standIn, `PATCH /channels/501/messages/${id}`, { embeds: [{ title: 'x' }] });
    expect(seen()[0]?.pings.users).toEqual([]);
  });
});
