import type { Phone } from '../support/stage.ts';
import { said } from './newcomers.ts';

/** Makes a code for another app, as it is shown. */
export async function makesLinkCode(phone: Phone): Promise<string> {
  await phone.says('link another app');
  const code = /Your code: (\S+)\. /.exec(said(phone))?.[1];
  if (code === undefined) throw new Error(said(phone));
  return code;
}

/** Both say yes. */
export async function links(first: Phone, second: Phone): Promise<void> {
  await second.says(`link ${await makesLinkCode(first)}`);
  await second.presses('Yes, that is me');
  await first.presses('Yes, it was me');
}
