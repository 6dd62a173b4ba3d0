import { z } from 'zod';
import { homeButtons } from '../conversation/home-buttons.ts';
import { message } from '../kernel/message.ts';
import { screen } from '../kernel/screen.ts';
import { text } from '../texts/text.ts';
import { writeButton } from './reflection-buttons.ts';

/** Asks, after a meeting, whether a word about it shall be kept. */
export const offerReflectionScreen = screen({
  name: 'offer-reflection',
  schema: z.object({ meetingId: z.uuid() }),
  async load() {
    return undefined;
  },
  show(_data, { meetingId }) {
    const later = { screen: 'say', args: { id: 'reflection-later', args: {} } };
    return message(
      [text('reflection-offer')],
      [
        [
          { ...writeButton, args: { form: 'reflect', args: { meetingId } } },
          { label: text('button-not-now'), command: 'show', args: later },
        ],
        homeButtons,
      ],
    );
  },
});
