import { z } from 'zod';
import { type FormFault, faultsBySchema, refusalOf } from './form-errors.ts';
import type { Snowflakes } from './snowflakes.ts';
import { REFUSALS, type Refused } from './wire.ts';

const option = z.looseObject({
  type: z.number(),
  name: z.string(),
  description: z.string().nullish(),
  required: z.boolean().nullish(),
  autocomplete: z.boolean().nullish(),
  choices: z.array(z.looseObject({ name: z.string(), value: z.union([z.string(), z.number()]) })).nullish(),
  min_value: z.number().nullish(),
  max_value: z.number().nullish(),
  min_length: z.number().nullish(),
  max_length: z.number().nullish(),
  get options() {
    return z.array(option).nullish();
  },
});

const command = z.looseObject({
  name: z.string(),
  type: z.number().nullish(),
  description: z.string().nullish(),
  contexts: z.array(z.number()).nullish(),
  dm_permission: z.boolean().nullish(),
  default_member_permissions: z.union([z.string(), z.number()]).nullish(),
  options: z.array(option).nullish(),
});

export type CommandOption = z.infer<typeof option>;
export type Command = z.infer<typeof command> & { readonly id: string };

/** The official rule for names: letters and digits of any script, no capitals, no spaces. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const MOST = 100;
const MOST_CHARACTERS = 8000;

/** The commands that a bot has registered, for everywhere and for single servers. */
export class CommandBook {
  readonly #byScope = new Map<string, Command[]>();
  readonly #ids: Snowflakes;
  readonly #applicationId: string;

  constructor(ids: Snowflakes, applicationId: string) {
    this.#ids = ids;
    this.#applicationId = applicationId;
  }

  /** Those of one server, or those that are global. */
  list(guildId: string | undefined): Command[] {
    return this.#byScope.get(guildId ?? '') ?? [];
  }

  /** What somebody finds by a name: in a server its own command hides the global one. */
  find(name: string, guildId: string | undefined): Command | undefined {
    const own = guildId === undefined ? [] : this.list(guildId);
    return [...own, ...this.list(undefined)].find((one) => one.name === name && (one.type ?? 1) === 1);
  }

  /** Replaces all of a scope by these; one that was there keeps its id. */
  put(guildId: string | undefined, given: readonly unknown[]): Command[] | Refused {
    const refusal = refusalOf(given.flatMap((one, index) => faultsOfCommand(one, `${index}`)));
    if (refusal) return refusal;
    if (given.length > MOST) return tooMany();
    const before = this.list(guildId);
    const made = given.map((one) => this.#make(one, guildId, before));
    if (new Set(made.map((one) => `${one.type} ${one.name}`)).size < made.length) {
      const message = 'Application command names must be unique';
      return refusalOf([{ path: 'name', code: 'APPLICATION_COMMANDS_DUPLICATE_NAME', message }]) ?? tooMany();
    }
    this.#byScope.set(guildId ?? '', made);
    return made;
  }

  #make(given: unknown, guildId: string | undefined, before: readonly Command[]): Command {
    const read = command.parse(given);
    const type = read.type ?? 1;
    const known = before.find((one) => one.name === read.name && one.type === type);
    return {
      ...read,
      id: known?.id ?? this.#ids.next(),
      application_id: this.#applicationId,
      version: this.#ids.next(),
      type,
      description: read.description ?? '',
      options: read.options ?? [],
      default_member_permissions:
        read.default_member_permissions == null ? null : String(read.default_member_permissions),
      nsfw: read['nsfw'] === true,
      contexts: read.contexts ?? null,
      dm_permission: read.dm_permission ?? true,
      ...(guildId !== undefined && { guild_id: guildId }),
    };
  }

  /** All of it, to be taken up again by `restore`. */
  save(): [string, Command[]][] {
    return [...this.#byScope];
  }

  restore(saved: readonly [string, Command[]][]): void {
    for (const [scope, commands] of saved) this.#byScope.set(scope, commands);
  }
}

function tooMany(): Refused {
  return {
    ...REFUSALS.invalidJson,
    body: { code: 30032, message: 'Maximum number of application commands reached (100).' },
  };
}

/** Faults by the schema, and by the rules of the documentation that it does not carry. */
function faultsOfCommand(given: unknown, path: string): FormFault[] {
  const bySchema = faultsBySchema('command', given).map((fault) => ({
    ...fault,
    path: join(path, fault.path),
  }));
  const parsed = command.safeParse(given);
  if (!parsed.success)
    return bySchema.length > 0 ? bySchema : [{ path, code: 'BASE_TYPE_BAD_TYPE', message: 'Wrong type.' }];
  const { data } = parsed;
  const isMenu = (data.type ?? 1) !== 1;
  const byHand = isMenu ? [] : faultsOfNamed(data, path);
  if (!isMenu && lettersOf(data) > MOST_CHARACTERS) {
    const message = `Command exceeds maximum size (${MOST_CHARACTERS})`;
    byHand.push({ path, code: 'APPLICATION_COMMAND_TOO_LARGE', message });
  }
  return [...bySchema, ...byHand, ...faultsOfOptions(data.options ?? [], join(path, 'options'))];
}

function join(path: string, rest: string): string {
  return rest === '' ? path : `${path}/${rest}`;
}

function faultsOfNamed(
  { name, description }: { name: string; description?: string | null | undefined },
  path: string,
): FormFault[] {
  const faults: FormFault[] = [];
  if (!NAME.test(name) || name.toLowerCase() !== name) {
    const message = 'Command name is invalid';
    faults.push({ path: join(path, 'name'), code: 'APPLICATION_COMMAND_INVALID_NAME', message });
  }
  if (!description) {
    faults.push({
      path: join(path, 'description'),
      code: 'BASE_TYPE_REQUIRED',
      message: 'This field is required',
    });
  }
  return faults;
}

function faultsOfOptions(options: readonly CommandOption[], path: string): FormFault[] {
  const faults = options.flatMap((one, index) => [
    ...faultsOfNamed(one, `${path}/${index}`),
    ...faultsOfOptions(one.options ?? [], `${path}/${index}/options`),
  ]);
  const wrong = (index: number, code: string, message: string) =>
    faults.push({ path: `${path}/${index}`, code, message });
  for (const [index, one] of options.entries()) {
    const isLate = one.required && options.slice(0, index).some((other) => !other.required && other.type > 2);
    if (isLate) {
      wrong(
        index,
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    }
    if (options.findIndex((other) => other.name === one.name) < index) {
      wrong(
        index,
        'APPLICATION_COMMAND_OPTIONS_NAME_INVALID',
        'Option name already exists in this option set',
      );
    }
    if (one.autocomplete && (one.choices?.length ?? 0) > 0) {
      wrong(
        index,
        'APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES',
        'Options with choices cannot be autocompleted',
      );
    }
    if (one.type <= 2 !== (options[0]?.type ?? 3) <= 2) {
      wrong(
        index,
        'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
        'Sub-command and sub-command group option types are mutually exclusive to all other types',
      );
    }
  }
  return faults;
}

/** Letters of all names, descriptions and choices, which count together. */
function lettersOf(named: {
  name: string;
  description?: string | null | undefined;
  options?: readonly CommandOption[] | null | undefined;
}): number {
  const own = named.name.length + (named.description ?? '').length;
  return (
    own +
    (named.options ?? []).reduce((sum, one) => {
      const choices = (one.choices ?? []).reduce(
        (all, choice) => all + choice.name.length + String(choice.value).length,
        0,
      );
      return sum + lettersOf(one) + choices;
    }, 0)
  );
}
