import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { helpCard } from '../../core/help/help-card.ts';
import { helplines } from '../../core/help/helplines.ts';
import { cardVersion } from '../../core/help/own-lines.ts';
import first from '../../core/programmes/first-programme.json' with { type: 'json' };
import { OwnHelpline } from '../../core/programmes/own-helplines.ts';
import { type Programme, ProgrammeDocument } from '../../core/programmes/programme.ts';
import { loadTexts } from '../../core/texts/say.ts';
import { examineHelplines } from '../../run/doctor/helplines.ts';

const texts = loadTexts();
const own = (fields: Partial<OwnHelpline> = {}): OwnHelpline => ({
  about: 'carers',
  name: 'Carers Together',
  call: '0131 496 0001',
  hours: 'unknown',
  source: 'their own page',
  checked: '2026-11-20',
  ...fields,
});

function said(line: OwnHelpline, now: Temporal.Instant): string[] {
  return helpCard({ now, about: 'me', own: [line] }).lines.map((each) => texts.render('en', each));
}

function programmeWith(helplinesOf: object): Programme {
  const at = Temporal.Instant.from('2026-11-23T09:00Z');
  const document = ProgrammeDocument.parse({ ...first, helplines: helplinesOf });
  return { id: crypto.randomUUID(), version: 1, slug: 'north', document, createdAt: at, changedAt: at };
}

describe("a programme's own helplines", () => {
  it('stand under the heading that is true of them', () => {
    const monday = Temporal.Instant.from('2026-11-23T12:00Z');
    const under = (line: OwnHelpline) => {
      const lines = said(line, monday);
      const at = lines.findIndex((each) => each.includes(line.name));
      return lines.slice(0, at).findLast((each) => each.endsWith(':'));
    };
    expect(under(own({ hours: 'always' }))).toBe('Day and night:');
    expect(under(own({ hours: [{ from: 'Monday 09:00', to: 'Monday 17:00' }] }))).toBe('Open now:');
    expect(under(own({ hours: [{ from: 'Tuesday 09:00', to: 'Tuesday 17:00' }] }))).toBe(
      'Not open just now:',
    );
    expect(under(own())).toBe('You can also try these. We do not know their hours:');
  });

  it('are never shown as open when nobody knows their hours, at any moment, whatever they are about', () => {
    const about = fc.constantFrom('abuse', 'drugs-and-alcohol', 'carers', 'other');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), about, (ms, kind) => {
        const lines = said(own({ about: kind }), Temporal.Instant.fromEpochMilliseconds(ms));
        const at = lines.findIndex((each) => each.includes('Carers Together'));
        const unknown = lines.indexOf('You can also try these. We do not know their hours:');
        const later = lines.indexOf('Not open just now:');
        expect(unknown).toBeGreaterThan(-1);
        expect(at).toBeGreaterThan(unknown);
        if (later > -1) expect(at).toBeLessThan(later);
      }),
    );
  });

  it('are refused without a number, with two, without a source, a day, or with hours that do not exist', () => {
    const { call: _call, ...bare } = own();
    expect(OwnHelpline.safeParse(own()).success).toBe(true);
    for (const wrong of [
      bare,
      { ...own(), text: '85258' },
      { ...own(), source: '' },
      { ...own(), checked: '2026-02-30' },
      { ...own(), hours: [{ from: 'Monday 24:00', to: 'Tuesday 02:00' }] },
    ])
      expect(OwnHelpline.safeParse(wrong).success).toBe(false);
  });
});

describe('the approval of a help card', () => {
  const today = helplines.checked;
  const marks = (programme: Programme, day = today) => examineHelplines(day, [programme]).map(({ is }) => is);

  it('is asked for, holds for what was read, and not for what changed since', () => {
    const approved = { by: 'Morag', at: '2026-11-23', version: cardVersion([]) };
    expect(marks(programmeWith({}))).toEqual(['right', 'note']);
    expect(marks(programmeWith({ approved }))).toEqual(['right', 'right']);
    expect(marks(programmeWith({ approved, own: [own()] }))).toEqual(['right', 'wrong']);
  });

  it('stands when a number was only checked again', () => {
    expect(cardVersion([own({ checked: '2027-03-01' })])).toBe(cardVersion([own()]));
    expect(cardVersion([own({ call: '0131 496 0002' })])).not.toBe(cardVersion([own()]));
  });

  it('does not make up for numbers that are old, ours or their own', () => {
    const old = programmeWith({ own: [own({ checked: '2026-01-01' })] });
    expect(marks(old)).toContain('wrong');
    expect(examineHelplines(today.add({ days: helplines.checkAgainDays }), [])).toEqual([
      expect.objectContaining({ is: 'right' }),
    ]);
    expect(examineHelplines(today.add({ days: helplines.checkAgainDays + 1 }), [])).toEqual([
      expect.objectContaining({ is: 'wrong' }),
    ]);
  });
});
