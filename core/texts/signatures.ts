import {
  FluentParser,
  type FunctionReference,
  type Message,
  type MessageReference,
  type Pattern,
  type SelectExpression,
  type Term,
  type TermReference,
  type VariableReference,
  Visitor,
} from '@fluent/syntax';
import type { Source } from './catalogue.ts';

/** The names of the values a text takes, and whether it counts with them. */
export type Signature = ReadonlyMap<string, 'string' | 'number'>;

/** A parsed catalogue: every message and term of a language by its id. */
export type Entries = {
  readonly messages: ReadonlyMap<string, Pattern>;
  readonly terms: ReadonlyMap<string, Pattern>;
};

const pluralForms = ['zero', 'one', 'two', 'few', 'many'];

/**
 * Parses Fluent files strictly.
 * @throws on a line that is not Fluent (the reader at run time would skip it silently), an id defined twice, an attribute.
 */
export function parseCatalogue(sources: readonly Source[]): Entries {
  const entries = { messages: new Map<string, Pattern>(), terms: new Map<string, Pattern>() };
  const parser = new FluentParser({ withSpans: false });
  for (const { file, text } of sources) {
    for (const entry of parser.parse(text).body) {
      if (entry.type === 'Junk') throw new Error(`${file}: this is not Fluent:\n${entry.content}`);
      if (entry.type === 'Message') keep(entries.messages, entry, file);
      if (entry.type === 'Term') keep(entries.terms, entry, file);
    }
  }
  return entries;
}

function keep(known: Map<string, Pattern>, { id, value, attributes }: Message | Term, file: string): void {
  if (known.has(id.name)) throw new Error(`${file}: "${id.name}" is defined twice`);
  if (value === null || attributes.length > 0)
    throw new Error(`${file}: "${id.name}" is to be a value without attributes`);
  known.set(id.name, value);
}

/**
 * The values every message takes, those of the messages it refers to included. Terms see no values but those in their
 * brackets, so they add none.
 * @throws when a message refers to something that does not exist.
 */
export function signaturesOf(entries: Entries): ReadonlyMap<string, Signature> {
  const found = new Map<string, Signature>();
  for (const [id, pattern] of entries.messages) {
    const values = new ValueFinder(id, entries);
    values.visit(pattern);
    found.set(id, values.found);
  }
  return found;
}

class ValueFinder extends Visitor {
  readonly found = new Map<string, 'string' | 'number'>();
  readonly #id: string;
  readonly #entries: Entries;
  readonly #open: string[];

  constructor(id: string, entries: Entries) {
    super();
    this.#id = id;
    this.#entries = entries;
    this.#open = [id];
  }

  override visitVariableReference(node: VariableReference): void {
    if (!this.found.has(node.id.name)) this.found.set(node.id.name, 'string');
  }

  override visitFunctionReference(node: FunctionReference): void {
    const kind = node.id.name === 'NUMBER' ? 'number' : undefined;
    if (kind === undefined) throw new Error(`"${this.#id}" uses ${node.id.name}(): only NUMBER() is known`);
    for (const value of node.arguments.positional) {
      if (value.type === 'VariableReference') this.found.set(value.id.name, kind);
    }
  }

  override visitSelectExpression(node: SelectExpression): void {
    if (node.selector.type === 'VariableReference' && counts(node))
      this.found.set(node.selector.id.name, 'number');
    this.genericVisit(node);
  }

  override visitTermReference(node: TermReference): void {
    if (!this.#entries.terms.has(node.id.name))
      throw new Error(`"${this.#id}" uses -${node.id.name}, which does not exist`);
  }

  override visitMessageReference(node: MessageReference): void {
    const { name } = node.id;
    const pattern = this.#entries.messages.get(name);
    if (pattern === undefined) throw new Error(`"${this.#id}" uses ${name}, which does not exist`);
    if (this.#open.includes(name)) throw new Error(`"${this.#id}" refers to itself`);
    this.#open.push(name);
    this.visit(pattern);
    this.#open.pop();
  }
}

function counts({ variants }: SelectExpression): boolean {
  return variants.some(({ key }) => key.type === 'NumberLiteral' || pluralForms.includes(key.name));
}
