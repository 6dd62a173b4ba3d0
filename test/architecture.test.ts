import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cruiseHouse, repository, sourcesOnDisk, toolsNeededToRun } from './architecture/cruise-house.ts';

describe('who may import whom', () => {
  it('is kept by every file of the house, and every file was looked at', async () => {
    const { modules, summary } = await cruiseHouse(repository);
    const broken = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
    const seen = modules.map((module) => module.source);

    expect(broken).toEqual([]);
    expect(toolsNeededToRun(modules)).toEqual([]);
    expect(seen).toEqual(expect.arrayContaining(sourcesOnDisk(repository)));
    expect(sourcesOnDisk(repository).length).toBeGreaterThan(5);
  });
});

/** A house in which each rule is broken once: rule → the file that breaks it and what it imports. */
const BROKEN_HOUSE: Record<string, [file: string, imported: string]> = {
  'no-cycles': ['core/kernel/egg.ts', './hen.ts'],
  resolves: ['core/lost.ts', './nowhere.ts'],
  'core-looks-inward': ['core/meetings/asks-config.ts', '../../config.ts'],
  'core-knows-no-platform': ['core/meetings/asks-grammy.ts', 'grammy'],
  'core-by-its-door': ['admin/through-the-window.ts', '../core/kernel/egg.ts'],
  'bots-and-desk-apart': ['bots/telegram/asks-desk.ts', '../../admin/desk.ts'],
  'desk-and-bots-apart': ['admin/asks-bot.ts', '../bots/telegram/bot.ts'],
  'bots-apart': ['bots/discord/asks-telegram.ts', '../telegram/bot.ts'],
  'rehearsal-is-wired-only': ['bots/telegram/rehearses.ts', '../rehearsal/stage.ts'],
  'stand-ins-know-no-core': ['bots/rehearsal/telegram/asks-core.ts', '../../../core/index.ts'],
  'only-the-store-knows-the-database': ['core/delivery/asks-pg.ts', 'pg'],
  'parts-apart': ['core/meetings/asks-goals.ts', '../goals/goal.ts'],
  'tests-are-not-imported': ['core/needs-a-test.ts', '../test/a-test.ts'],
  'wiring-is-not-imported': ['bots/telegram/asks-wiring.ts', '../../run/loops.ts'],
  'config-knows-settings-alone': ['config.ts', './run/loops.ts'],
  'settings-know-nothing': ['run/settings/asks-loops.ts', '../loops.ts'],
  'main-is-not-imported': ['run/asks-main.ts', '../main.ts'],
};

const SOUND_FILES: Record<string, string> = {
  'main.ts': "import './run/loops.ts';\nimport './core/index.ts';\n",
  'run/loops.ts': "import '../bots/rehearsal/stage.ts';\nimport '../core/index.ts';\n",
  'config.ts': 'export const port = 3000;\n',
  'core/index.ts': "import './needs-a-tool.ts';\nexport { goal } from './goals/goal.ts';\n",
  'core/goals/goal.ts': "import '../kernel/egg.ts';\nexport const goal = 'to go out on Mondays';\n",
  'core/kernel/hen.ts': "import type { Egg } from './egg.ts';\nexport type Hen = Egg;\n",
  'core/needs-a-tool.ts': "import 'fast-check';\n",
  'core/generator.ts': "import 'fast-check';\n",
  'core/store/asks-pg.ts': "import 'pg';\n",
  'admin/desk.ts': "import '../core/index.ts';\nimport 'hono';\n",
  'bots/telegram/bot.ts': "import '../../core/index.ts';\nimport 'grammy';\n",
  'bots/rehearsal/stage.ts': 'export {};\n',
  'bots/rehearsal/page.ts': "import '../../core/index.ts';\n",
  'test/a-test.ts': "import '../bots/rehearsal/stage.ts';\nimport '../core/goals/goal.ts';\n",
  'package.json': JSON.stringify({
    type: 'module',
    dependencies: { pg: '*', grammy: '*', hono: '*' },
    devDependencies: { 'fast-check': '*' },
  }),
};

describe('each rule can fail', () => {
  const house = mkdtempSync(join(tmpdir(), 'beenthere-house-'));
  let violations: { rule: string; from: string }[] = [];
  let tools: string[] = [];

  beforeAll(async () => {
    symlinkSync(join(repository, 'node_modules'), join(house, 'node_modules'));
    for (const [file, text] of Object.entries(SOUND_FILES)) write(file, text);
    for (const [file, imported] of Object.values(BROKEN_HOUSE)) {
      write(file, `import type {} from '${imported}';\nexport type Egg = string;\n`);
    }
    const { modules, summary } = await cruiseHouse(house);
    tools = toolsNeededToRun(modules);
    violations = summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }));
  });
  afterAll(() => rmSync(house, { recursive: true, force: true }));

  function write(file: string, text: string): void {
    mkdirSync(dirname(join(house, file)), { recursive: true });
    writeFileSync(join(house, file), text);
  }

  it.each(Object.entries(BROKEN_HOUSE))('%s', (rule, [file]) => {
    expect(violations).toContainEqual({ rule, from: file });
  });

  it('what runs may not need what is installed for development only', () => {
    expect(tools).toEqual(['core/needs-a-tool.ts → fast-check']);
  });

  it('and nothing sound is refused', () => {
    const broken = new Set(Object.values(BROKEN_HOUSE).map(([file]) => file));
    expect(violations.filter(({ from }) => !broken.has(from))).toEqual([]);
  });
});
