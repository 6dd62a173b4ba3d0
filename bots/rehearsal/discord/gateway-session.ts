import { randomBytes } from 'node:crypto';
import { INTENTS, type OutEvent } from './world.ts';

/** A frame with something that happened. */
export interface Dispatch {
  readonly op: 0;
  readonly s: number;
  readonly t: string;
  readonly d: unknown;
}

/** Events that a session keeps for a bot that comes back. The real number is not documented. */
const KEPT = 1000;

/** What the server remembers of a bot that identified itself, also while it is away. */
export class GatewaySession {
  readonly id = randomBytes(16).toString('hex');
  readonly intents: number;
  /** Epoch milliseconds by the stand-in's clock at which the connection was lost; nothing while there is one. */
  leftAt: number | undefined;
  #seq = 0;
  #kept: Dispatch[] = [];

  constructor(intents: number) {
    this.intents = intents;
  }

  get seq(): number {
    return this.#seq;
  }

  /** Puts an event into words for this bot; nothing if it did not ask for it. */
  take({ name, data, intents, hidden }: OutEvent): Dispatch | undefined {
    if (intents !== 0 && (this.intents & intents) === 0) return undefined;
    const mayRead = (this.intents & INTENTS.messageContent) !== 0;
    return this.number(name, mayRead ? data : (hidden ?? data));
  }

  number(name: string, d: unknown): Dispatch {
    this.#seq += 1;
    const dispatch: Dispatch = { op: 0, s: this.#seq, t: name, d };
    this.#kept.push(dispatch);
    if (this.#kept.length > KEPT) this.#kept = this.#kept.slice(-KEPT);
    return dispatch;
  }

  /** What came after this number; nothing if it is not known any more, or never was. */
  after(seq: number): Dispatch[] | undefined {
    if (seq > this.#seq) return undefined;
    const missed = this.#kept.filter((dispatch) => dispatch.s > seq);
    return missed.length === this.#seq - seq ? missed : undefined;
  }
}
