import type { OpenAPIHono } from '@hono/zod-openapi';
import { html } from 'hono/html';
import { z } from 'zod';
import type { Env } from './guard.ts';
import { REFERENCE_STYLE } from './reference-style.ts';

type Html = ReturnType<typeof html>;

const Schema = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  format: z.string().optional(),
  description: z.string().optional(),
  default: z.unknown().optional(),
  required: z.array(z.string()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
});
type Schema = z.infer<typeof Schema>;

const content = z.record(z.string(), z.object({ schema: Schema })).optional();
const Operation = z.object({
  summary: z.string(),
  description: z.string().optional(),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z
    .array(z.object({ name: z.string(), in: z.string(), required: z.boolean().optional(), schema: Schema }))
    .optional(),
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string(), content })),
});
type Operation = z.infer<typeof Operation>;

/** What the page shows of the description; it is read from the published document, so that both say the same. */
const Description = z.object({
  info: z.object({ title: z.string(), version: z.string(), description: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({ schemas: z.record(z.string(), Schema) }),
});

/** A page for people on what the API can do: rendered here, without any script. */
export function referencePages(api: OpenAPIHono<Env>, describe: () => unknown): void {
  api.get('/reference', (context) => {
    context.header(
      'Content-Security-Policy',
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    return context.html(page(Description.parse(JSON.parse(JSON.stringify(describe())))));
  });
  api.get('/reference.css', (context) =>
    context.body(REFERENCE_STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8' }),
  );
}

function page({ info, paths, components }: z.infer<typeof Description>): Html {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${info.title}: what the API can do</title>
<link rel="stylesheet" href="reference.css">
</head>
<body>
<main>
<h1>${info.title}: the API, version ${info.version}</h1>
<p>${info.description}</p>
<p>The same for programs: <a href="openapi.json">openapi.json</a>.</p>
<nav aria-label="Everything it can do"><ul>${operations.map(
    ({ path, method, operation }) =>
      html`<li><a href="#${anchorOf(method, path)}">${operation.summary}</a></li>`,
  )}</ul></nav>
${operations.map(({ path, method, operation }) => section(path, method, operation))}
<h2>Things</h2>
${Object.entries(components.schemas).map(
  ([name, schema]) =>
    html`<section id="${name}"><h3>${name}</h3>${about(schema.description)}${fields(schema)}</section>`,
)}
</main>
</body>
</html>`;
}

function anchorOf(method: string, path: string): string {
  return `${method}-${path.replaceAll(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '')}`;
}

function about(text: string | undefined): Html | '' {
  return text === undefined ? '' : html`<p>${text}</p>`;
}

function section(path: string, method: string, operation: Operation): Html {
  const { summary, description, security, parameters = [], requestBody, responses } = operation;
  const scopes = security.flatMap((each) => Object.values(each).flat()).join(', ');
  const body = schemaIn(requestBody?.content);
  return html`<section id="${anchorOf(method, path)}">
<h2>${summary}</h2>
<p><code class="call">${method.toUpperCase()} /api${path}</code></p>
<p>Needs a token that may <strong>${scopes}</strong>.</p>
${about(description)}
${parameters.length === 0 ? '' : table('What goes with it', parameters.map(parameterRow))}
${body === undefined ? '' : html`<h3>What is sent</h3>${fields(body)}`}
<h3>What comes back</h3>
<dl>${Object.entries(responses).map(
    ([status, response]) =>
      html`<dt>${status}</dt><dd>${response.description} ${whatIs(schemaIn(response.content))}</dd>`,
  )}</dl>
</section>`;
}

/** A thing that has a name is said by it; any other is shown with its parts. */
function whatIs(schema: Schema | undefined): Html | '' {
  return schema?.properties === undefined ? kindOf(schema) : fields(schema);
}

function schemaIn(given: z.infer<typeof content>): Schema | undefined {
  return Object.values(given ?? {})[0]?.schema;
}

function parameterRow(parameter: NonNullable<Operation['parameters']>[number]): Html {
  const { name, required, schema } = parameter;
  return row(name, required === true, schema, parameter.in);
}

function fields(schema: Schema): Html {
  if (schema.properties === undefined) return html`<p>${kindOf(schema)}</p>`;
  const required = schema.required ?? [];
  const rows = Object.entries(schema.properties).map(([name, each]) =>
    row(name, required.includes(name), Schema.parse(each)),
  );
  return table('Its parts', rows);
}

function table(caption: string, rows: readonly Html[]): Html {
  return html`<table><caption>${caption}</caption><thead><tr><th scope="col">Name</th><th scope="col">What it is</th><th scope="col">More</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function row(name: string, isRequired: boolean, schema: Schema, place?: string): Html {
  const more = [
    isRequired ? 'needed' : 'may be left out',
    ...(place === undefined ? [] : [`in the ${place}`]),
    ...(schema.default === undefined ? [] : [`otherwise ${JSON.stringify(schema.default)}`]),
  ].join('; ');
  return html`<tr><th scope="row"><code>${name}</code></th><td>${kindOf(schema)}</td><td>${more}. ${schema.description ?? ''}</td></tr>`;
}

function kindOf(schema: Schema | undefined): Html | '' {
  if (schema === undefined) return '';
  const { $ref: ref, type, format, enum: choices, items } = schema;
  const several = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  // The parts of a programme's document are many, and stand in a schema of their own.
  if (ref?.includes('/$defs/')) return html`<a href="programme.schema.json">as its schema says</a>`;
  if (ref !== undefined) {
    const name = ref.split('/').at(-1) ?? '';
    return html`<a href="#${name}">${name}</a>`;
  }
  if (several !== undefined) {
    const kinds = several.map((each) => kindOf(Schema.parse(each)));
    return html`${kinds.map((kind, place) => (place === 0 ? kind : html` or ${kind}`))}`;
  }
  if (choices !== undefined) return html`one of ${choices.map((each) => JSON.stringify(each)).join(', ')}`;
  if (schema.const !== undefined) return html`always ${JSON.stringify(schema.const)}`;
  if (items !== undefined) return html`a list of ${kindOf(Schema.parse(items))}`;
  const kind = [type ?? 'object'].flat().join(' or ');
  return html`${format === undefined ? kind : `${kind} (${format})`}`;
}
