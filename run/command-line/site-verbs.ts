import { type AtSite, sitesReport, wholeReach } from '../../core/index.ts';
import { SHOWN } from './enquiry-verbs.ts';
import { findProgramme } from './find.ts';
import type { Verb } from './verb.ts';

export const siteVerbs: readonly Verb[] = [
  {
    name: 'sites',
    takes: '[NAME]',
    does: 'Counts how it stands at each site of a programme, and in all of them: pairs, who waits, who is free, enquiries, meetings held.',
    options: {},
    words: [0, 1],
    async run(desk, given) {
      const programme = await findProgramme(desk, given.words[0]);
      const data = await sitesReport(desk.core.read, programme, wholeReach([programme.id]));
      const row = (name: string, each: Omit<AtSite, 'site' | 'name'>): string[] => [
        name,
        SHOWN(each.pairs),
        String(each.waiting),
        String(each.mentorsFree),
        SHOWN(each.enquiries),
        SHOWN(each.held),
      ];
      const rows = data.sites.map((each) => row(each.site === null ? '(no site yet)' : each.name, each));
      const all = data.all === undefined ? [] : [row('All', data.all)];
      return {
        table: {
          headings: ['Site', 'Pairs', 'Wait for somebody', 'Mentors free', 'Enquiries', 'Meetings held'],
          rows: [...rows, ...all],
        },
        data,
      };
    },
  },
];
