import { Temporal } from 'temporal-polyfill';
import { helplines, staleSince } from '../../core/help/helplines.ts';
import { approvalOf } from '../../core/help/own-lines.ts';
import type { Programme } from '../../core/programmes/programme.ts';
import { type Finding, note, right, wrong } from './finding.ts';

const ABOUT = 'Help card';
const LOOK = 'Ring or look up each number ("helplines" lists them)';

/** Whether the numbers were checked lately, and whether each programme has approved the card as it stands. */
export function examineHelplines(today: Temporal.PlainDate, programmes: readonly Programme[]): Finding[] {
  const { checked, checkAgainDays } = helplines;
  const stale = staleSince(checked, today);
  return [
    stale === undefined
      ? right(ABOUT, `Our numbers were checked on ${checked}; that holds for ${checkAgainDays} days.`)
      : wrong(
          ABOUT,
          `Our numbers were checked on ${checked}: since ${stale} that is too long ago.`,
          `${LOOK}, and put the day into core/help/helplines.json, or install a newer release.`,
        ),
    ...programmes.flatMap((programme) => [...ownChecked(programme, today), approval(programme)]),
  ];
}

function ownChecked({ slug, document }: Programme, today: Temporal.PlainDate): Finding[] {
  const old = document.helplines.own.filter(
    ({ checked }) => staleSince(Temporal.PlainDate.from(checked), today) !== undefined,
  );
  return old.map(({ name, checked }) =>
    wrong(
      ABOUT,
      `"${slug}": the number of ${name} was checked on ${checked}, which is too long ago.`,
      `${LOOK}, and put the day into the programme's document.`,
    ),
  );
}

function approval({ slug, document }: Programme): Finding {
  const { approved } = document.helplines;
  const { version, approval: is } = approvalOf(document);
  if (approved !== undefined && is === 'holds')
    return right(ABOUT, `"${slug}" has it as ${approved.by} approved it on ${approved.at}.`);
  const how = `put helplines.approved {"by", "at", "version": "${version}"} into its document, and load it`;
  if (approved === undefined) return note(ABOUT, `Nobody has approved it for "${slug}". When it is: ${how}.`);
  return wrong(
    ABOUT,
    `"${slug}": it has changed since ${approved.by} approved it on ${approved.at}.`,
    `Let it be read again, then ${how}.`,
  );
}
