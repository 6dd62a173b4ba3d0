import { boardForms } from './board/board-list.ts';
import { concernForms } from './concerns/concern-list.ts';
import { enquiryForms } from './enquiries/enquiry-list.ts';
import { groupForms } from './groups/group-list.ts';
import type { AnyForm } from './kernel/form.ts';
import { letterForms } from './letters/letter-list.ts';
import { meetingForms } from './meetings/meeting-list.ts';
import { pairMessageForms } from './pair-messages/pair-message-list.ts';
import { peopleForms } from './people/people-list.ts';
import { reflectionForms } from './reflections/reflection-list.ts';
import { safeDeviceForms } from './safe-device/safe-device-list.ts';
import { supervisionForms } from './supervision/supervision-list.ts';
import { trainingForms } from './training/training-list.ts';

/** Everything that is asked in more than one question, by part. */
export const forms: readonly AnyForm[] = [
  ...meetingForms,
  ...pairMessageForms,
  ...reflectionForms,
  ...safeDeviceForms,
  ...peopleForms,
  ...boardForms,
  ...enquiryForms,
  ...concernForms,
  ...letterForms,
  ...supervisionForms,
  ...groupForms,
  ...trainingForms,
];
