import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { By } from '../kernel/command.ts';
import { coordinatedBy, rolesOfActor } from '../kernel/coordinator.ts';
import type { Question, Taken } from '../kernel/form.ts';
import { isBefore } from '../kernel/instant.ts';
import type { JsonObject } from '../kernel/json.ts';
import { form } from '../kernel/open-form.ts';
import type { Programme } from '../programmes/programme.ts';
import type { Reader } from '../store/reader.ts';
import { text } from '../texts/text.ts';
import { readTime } from '../time/plain-time.ts';
import { LONGEST_PLACE } from './plan-training.ts';

type Data = { readonly programmes: readonly Programme[] };

async function load(read: Reader, _args: JsonObject, by: By): Promise<Data> {
  const own = coordinatedBy(await rolesOfActor(read, by, {}));
  const all = await read.programmes.all();
  // Where nothing is taught there is nothing to plan.
  return {
    programmes: all.filter(({ id, document }) => own.includes(id) && document.training.modules.length > 0),
  };
}

type Asked = { readonly data: Data; readonly answers: Readonly<Record<string, string>> };

function programmeOf({ data, answers }: Asked): Programme | undefined {
  return data.programmes.find(({ id }) => id === answers['programme']) ?? data.programmes[0];
}

const zoneOf = (asked: Asked): string => programmeOf(asked)?.document.safeguarding.zone ?? 'Europe/London';

const which: Question<Data> = {
  id: 'programme',
  ask: () => [text('board-which-programme')],
  options: ({ data }) =>
    data.programmes.map(({ id, document }) => ({ label: { written: document.name }, value: id })),
  passOver: ({ data }) => data.programmes.length < 2,
};

const ALL = 'all';
/** As many as every app can show. */
const MOST_CHOICES = 20;

const module: Question<Data> = {
  id: 'module',
  ask: () => [text('training-plan-what')],
  options: (asked) => {
    const modules = programmeOf(asked)?.document.training.modules ?? [];
    const each = modules
      .slice(0, MOST_CHOICES)
      .map(({ code, name }) => ({ label: { written: name }, value: code }));
    return modules.length < 2 ? each : [...each, { label: text('training-plan-all'), value: ALL }];
  },
};

const when: Question<Data> = {
  id: 'when',
  written: true,
  ask: () => [text('group-ask-when')],
  take(written, context): Taken {
    if (z.iso.datetime().safeParse(written).success)
      return settled(Temporal.Instant.from(written), context.now);
    const read = readTime(written, { now: context.now, zone: zoneOf(context), lengthMinutes: 120 });
    if (read.kind === 'time') return settled(read.instant, context.now);
    if (read.kind === 'gap') return settled(read.instant, context.now);
    if (read.kind === 'ambiguous') return settled(read.first, context.now);
    return { again: read.kind === 'past' ? text('training-past') : text('training-plan-time-not-read') };
  },
};

function settled(time: Temporal.Instant, now: Temporal.Instant): Taken {
  return isBefore(now, time)
    ? { value: time.toString({ smallestUnit: 'second' }) }
    : { again: text('training-past') };
}

const wholeNumber =
  (least: number, most: number) =>
  (written: string): Taken => {
    const count = Number(/^(\d{1,3})\b/u.exec(written.trim())?.[1] ?? Number.NaN);
    return count >= least && count <= most
      ? { value: String(count) }
      : { again: text('training-plan-number', { least: String(least), most: String(most) }) };
  };

/** What is taught, when, where, and for how many. */
export const planTrainingForm = form<Data>({
  name: 'plan-training',
  title: text('training-plan-title'),
  questions: [
    which,
    module,
    when,
    {
      id: 'minutes',
      written: true,
      together: true,
      ask: () => [text('group-ask-minutes')],
      options: () =>
        ['60', '90', '120', '180'].map((each) => ({
          label: text('minutes', { count: Number(each) }),
          value: each,
        })),
      take: wholeNumber(15, 720),
    },
    {
      id: 'where',
      written: true,
      together: true,
      most: LONGEST_PLACE,
      ask: () => [text('training-plan-where')],
    },
    {
      id: 'capacity',
      written: true,
      together: true,
      ask: () => [text('training-plan-places')],
      options: () => ['6', '8', '12', '20'].map((each) => ({ label: { written: each }, value: each })),
      take: wholeNumber(1, 200),
    },
  ],
  load,
  closed: ({ programmes }) => (programmes.length === 0 ? text('training-nothing-to-plan') : undefined),
  finish({ data, answers }) {
    const programme = programmeOf({ data, answers });
    const all = programme?.document.training.modules.map(({ code }) => code) ?? [];
    return {
      command: 'plan-training',
      args: {
        programmeId: programme?.id,
        modules: answers['module'] === ALL ? all : [answers['module']],
        startsAt: answers['when'],
        minutes: Number(answers['minutes']),
        where: answers['where'],
        capacity: Number(answers['capacity']),
      },
    };
  },
});
