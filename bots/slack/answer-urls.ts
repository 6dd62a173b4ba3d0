import { meaningOf, NotAnswered, secondsIn } from './understood.ts';
import type { Part } from './write-message.ts';

/** How often Slack takes an answer at one address. */
const USES = 5;
/** Addresses that are remembered; each is good for half an hour. */
const REMEMBERED = 2000;

export type Answered = 'answered' | 'used-up';

/** The addresses at which Slack takes an answer for a while, counted so that none is asked in vain. */
export class AnswerUrls {
  readonly #used = new Map<string, number>();
  readonly #withinMs: number;

  constructor(withinMs: number) {
    this.#withinMs = withinMs;
  }

  left(url: string): number {
    return USES - (this.#used.get(url) ?? 0);
  }

  /** Shows something to whoever the address belongs to, alone. @throws NotAnswered */
  async answer(url: string, part: Part, replaces: boolean): Promise<Answered> {
    if (this.left(url) <= 0) return 'used-up';
    this.#use(url);
    const body = {
      response_type: 'ephemeral',
      replace_original: replaces,
      text: part.text,
      blocks: part.blocks,
      mrkdwn: false,
      parse: 'none',
      link_names: false,
      unfurl_links: false,
      unfurl_media: false,
    };
    const response = await this.#post(url, JSON.stringify(body));
    if (response.ok) return 'answered';
    const said = await response.text().catch(() => '');
    if (response.status === 404 || /used_url|expired_url/.test(said)) {
      this.#used.set(url, USES);
      return 'used-up';
    }
    if (response.status === 429) throw new NotAnswered({ is: 'wait', seconds: secondsIn(response.headers) });
    if (response.status >= 500) throw new NotAnswered({ is: 'later', why: `slack-${response.status}` });
    throw new NotAnswered(meaningOf(wordIn(said)));
  }

  async #post(url: string, body: string): Promise<Response> {
    try {
      return await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(this.#withinMs),
      });
    } catch {
      throw new NotAnswered({ is: 'later', why: 'no-connection' });
    }
  }

  #use(url: string): void {
    const used = (this.#used.get(url) ?? 0) + 1;
    // Put at the end, so that the address that was not used for longest is forgotten first.
    this.#used.delete(url);
    this.#used.set(url, used);
    const [oldest] = this.#used.keys();
    if (this.#used.size > REMEMBERED && oldest !== undefined) this.#used.delete(oldest);
  }
}

/** Slack's word for what is wrong, in JSON or bare. */
function wordIn(said: string): string {
  return (
    /"error"\s*:\s*"([a-z_]+)"/.exec(said)?.[1] ?? /^[a-z_]+$/.exec(said.trim())?.[0] ?? 'not_understood'
  );
}
