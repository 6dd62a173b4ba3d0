/** Rows under headings. */
export type Table = { readonly headings: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** A plain table, with columns as wide as what stands in them. */
export function layOut({ headings, rows }: Table): string[] {
  const clean = rows.map((row) => row.map(oneLine));
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...clean.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(headings), ...clean.map(line)];
}

/** A name is what somebody chose: it must not be able to move a terminal's cursor. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ');
}
