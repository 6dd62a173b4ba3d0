import type { Expression, InlineExpression, Pattern, Placeable } from '@fluent/syntax';
import type { Entries } from '../../core/texts/signatures.ts';

/** Every way a text can come out, one for each choice of its variants; a value stands as the one word "X". */
export function renderings(pattern: Pattern, entries: Entries): string[] {
  let soFar = [''];
  for (const element of pattern.elements) {
    const next = element.type === 'TextElement' ? [element.value] : renderingsOf(element, entries);
    soFar = soFar.flatMap((begun) => next.map((more) => begun + more));
    if (soFar.length > 500) throw new Error('A text with more than 500 variants is to be split');
  }
  return soFar;
}

function renderingsOf(element: Placeable, entries: Entries): string[] {
  const expression: Expression | Placeable = element.expression;
  if (expression.type === 'Placeable') return renderingsOf(expression, entries);
  if (expression.type !== 'SelectExpression') return inline(expression, entries);
  return expression.variants.flatMap(({ value }) => renderings(value, entries));
}

function inline(expression: Exclude<InlineExpression, Placeable>, entries: Entries): string[] {
  switch (expression.type) {
    case 'StringLiteral':
    case 'NumberLiteral':
      return [expression.value];
    case 'MessageReference': {
      const referred = entries.messages.get(expression.id.name);
      return referred === undefined ? ['X'] : renderings(referred, entries);
    }
    case 'TermReference':
      return [termForm(expression, entries)];
    default:
      return ['X'];
  }
}

function termForm(
  { id, arguments: args }: Extract<InlineExpression, { type: 'TermReference' }>,
  entries: Entries,
): string {
  const wanted = args?.named.find(({ name }) => name.name === 'form')?.value.value;
  const [select] = entries.terms.get(id.name)?.elements ?? [];
  if (select?.type !== 'Placeable' || select.expression.type !== 'SelectExpression') return id.name;
  const { variants } = select.expression;
  const form = variants.find(({ key }) => key.type === 'Identifier' && key.name === wanted);
  const chosen = form ?? variants.find((variant) => variant.default);
  return chosen === undefined ? id.name : renderings(chosen.value, entries).join('');
}
