import type { Button } from '../kernel/message.ts';
import { text } from '../texts/text.ts';

export const writeButton: Button = {
  label: text('reflect-write'),
  command: 'open-form',
  args: { form: 'reflect' },
};
export const allButton: Button = {
  label: text('reflections-all'),
  command: 'show',
  args: { screen: 'my-reflections' },
};

export function readButton(reflectionId: string): Button {
  return {
    label: text('reflection-read'),
    command: 'show',
    args: { screen: 'read-reflection', args: { reflectionId } },
  };
}

/** The card, where it says who can read the entry. */
export function whoSeesButton(reflectionId: string): Button {
  const args = { screen: 'reflection', args: { reflectionId }, card: `reflection:${reflectionId}` };
  return { label: text('reflection-who-sees'), command: 'show', args };
}

export function rewriteButtons(reflectionId: string): Button[] {
  const opens = (form: string) => ({ form, args: { reflectionId } });
  return [
    { label: text('reflection-add'), command: 'open-form', args: opens('add-to-reflection') },
    { label: text('button-change'), command: 'open-form', args: opens('change-reflection') },
  ];
}

/** Asks before anything is deleted. */
export function deleteButton(reflectionId: string): Button {
  const args = { screen: 'delete-reflection', args: { reflectionId } };
  return { label: text('button-delete'), command: 'show', args };
}
