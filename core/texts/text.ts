import { textShapes } from './ids.generated.ts';

type Shapes = typeof textShapes;
type Primitive = { readonly string: string; readonly number: number };

/** The id of a text in the Fluent files. */
export type TextId = keyof Shapes;

/** What a text without variables takes: nothing. */
export type NoArgs = Readonly<Record<string, never>>;

/** For every text, the values it needs: a `number` where the text counts, a `string` elsewhere. */
export type TextArgs = {
  readonly [K in TextId]: keyof Shapes[K] extends never
    ? NoArgs
    : {
        readonly [A in keyof Shapes[K]]: Shapes[K][A] extends keyof Primitive
          ? Primitive[Shapes[K][A]]
          : never;
      };
};

/** The ids of the texts that need no values. */
export type BareTextId = { [K in TextId]: keyof Shapes[K] extends never ? K : never }[TextId];

/** One text with its values. */
export type TextOf<K extends TextId> = { readonly id: K; readonly args: TextArgs[K] };

/** Any text with its values: plain data that can be stored and is worded only when it is shown. */
export type Text =
  // All that need no values are one: a member for every text would be more than the compiler compares.
  TextOf<BareTextId> | { [K in Exclude<TextId, BareTextId>]: TextOf<K> }[Exclude<TextId, BareTextId>];

/** Makes a text; an unknown id or a missing value does not compile. */
export function text<K extends BareTextId>(id: K): TextOf<K>;
export function text<K extends TextId>(id: K, args: TextArgs[K]): TextOf<K>;
export function text(id: TextId, args: TextArgs[TextId] = {}): { id: TextId; args: TextArgs[TextId] } {
  return { id, args };
}

/** Whether something read from outside (a stored row) is a text of this catalogue with exactly the values it needs. */
export function isText(value: unknown): value is Text {
  if (!isRecord(value) || typeof value['id'] !== 'string' || !isRecord(value['args'])) return false;
  const shapes: Readonly<Record<string, Readonly<Record<string, string>>>> = textShapes;
  const shape = Object.hasOwn(shapes, value['id']) ? shapes[value['id']] : undefined;
  if (shape === undefined) return false;
  const args = value['args'];
  const sameNames = Object.keys(args).length === Object.keys(shape).length;
  return sameNames && Object.entries(shape).every(([name, kind]) => typeof args[name] === kind);
}

/**
 * Reads back a text that was stored.
 * @throws when it is not a text of this catalogue: that is a fault, for example a text renamed while it was waiting.
 */
export function readText(value: unknown): Text {
  if (isText(value)) return value;
  throw new Error(`Not a text of this catalogue: ${JSON.stringify(value)?.slice(0, 200)}`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
