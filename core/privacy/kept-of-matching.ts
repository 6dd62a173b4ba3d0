import { COUNTED, type Written } from './kept-columns.ts';

/** The tables of the way in, of training and of finding two people for one another. */
export const keptOfMatching: Readonly<Record<string, Written>> = {
  enquiry: {
    about: "Somebody's way into a programme, with what they were asked.",
    kept: 'As long as the programme, for its reports; what was answered by "intake-answers" where it led to nothing.',
    asItIs:
      'as state site route source firstSupported outlineAgreedAt waitingSince newsDays newsAt createdAt decidedAt againSince',
    opened: 'answersSealed wordsSealed',
    left: { id: 'id programmeId personId referralId', house: 'version' },
    erasure: 'row stays',
    emptied: 'answersSealed wordsSealed outlineAgreedAt',
    stays: `${COUNTED} What was answered goes.`,
  },
  referral: {
    about: 'That an agency sent somebody, who agreed. Nothing of the person is in it.',
    kept: 'As long as the programme, for its reports.',
    left: {
      id: 'id programmeId',
      house: 'version',
      secret: 'codeHash',
      nobody: 'source route state tellsAgency consentAt createdAt openedAt endsAt',
    },
    erasure: 'nobody',
    stays: 'It names no participant.',
  },
  training_record: {
    about: 'Modules, courses, qualifications and checks.',
    kept: 'As long as the programme, for its reports.',
    asItIs: 'kind what issuer doneAt endsAt removedAt',
    left: { id: 'id personId programmeId', house: 'version', others: 'by' },
    erasure: 'row goes',
  },
  training_meeting: {
    about: 'A meeting at which modules are taught.',
    kept: 'As long as the programme.',
    left: {
      nobody: 'id programmeId modules startsAt wall zone minutes place capacity state createdAt site',
      house: 'version',
    },
    erasure: 'nobody',
  },
  training_place: {
    about: "Somebody's place at a training meeting.",
    kept: 'As long as the programme, for its reports.',
    asItIs: 'state bookedAt askedAt',
    opened: 'surveySealed',
    left: { id: 'id trainingMeetingId personId', house: 'version seat' },
    erasure: 'row stays',
    emptied: 'surveySealed',
    stays: `${COUNTED} What was said of the training goes.`,
  },
  match: {
    about: 'Two people who may become a pair, and why.',
    kept: 'As long as the programme, for its reports.',
    asItIs: 'createdAt askedAt confirmedAt',
    left: {
      id: 'id programmeId menteeId mentorId pairId draftId',
      house: 'version endsAt',
      others: 'score reasons state answeredAt setAsideAt',
    },
    erasure: 'row stays',
    emptied: 'score reasons',
    stays: `${COUNTED} Why it was, in codes and points worked out from what both answered, goes.`,
  },
  match_draft: {
    about: 'Everybody who waits, brought together at once for a coordinator to look at: sums and codes.',
    kept: 'Until the next one of its programme.',
    left: {
      id: 'id programmeId',
      house: 'version',
      nobody: 'state seed summary createdAt by run share movedAt why',
    },
    erasure: 'nobody',
    stays: 'It names no participant.',
  },
  draft_difference: {
    about: 'Whom a draft gives to somebody, and whom they would have if whoever waited longest picked first.',
    kept: 'Until the next draft of its programme.',
    left: {
      id: 'id draftId programmeId menteeId hereId thereId',
      house: 'version thread turn',
      others: 'herePoints therePoints',
    },
    erasure: 'row goes',
  },
  never_with: {
    about: 'Two who are never matched.',
    kept: 'As long as both take part.',
    left: { id: 'id programmeId firstId secondId', house: 'version', others: 'createdAt by' },
    erasure: 'row goes',
  },
};
