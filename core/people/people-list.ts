import type { AnyCommand } from '../kernel/command.ts';
import type { AnyForm } from '../kernel/form.ts';
import type { AnyScreen } from '../kernel/screen.ts';
import { accountCameBack, accountLeft } from './account-reach.ts';
import { actFor } from './act-for.ts';
import { appCommands, appScreens } from './apps/app-list.ts';
import { arrive } from './arrive.ts';
import { changeName, changeQuiet, changeZone } from './change-forms.ts';
import { setDiscreet, setEnergyCheck, setName, setQuiet, setReminders, setZone } from './change-settings.ts';
import { agreeToSupport, confirmSupporter, endSupporter } from './confirm-supporter.ts';
import { inviteSupporter } from './invite-supporter.ts';
import { declineWelcome, heldUnderAge, join } from './join.ts';
import { myRole } from './my-role-screen.ts';
import { openLink } from './open-link.ts';
import { pause, pauseEnds, unpause } from './pause.ts';
import { pauseChoices, pauseOver } from './pause-screens.ts';
import { setLanguage } from './set-language.ts';
import { mySettings, reminderChoices } from './settings-screens.ts';
import { startAgain, stop } from './stop.ts';
import { supporterCodeForm } from './supporter-code-form.ts';
import { mySupporters, supporterAsked, supporterCode, supporterConfirm } from './supporter-screens.ts';
import { myProgrammes, turnToProgramme } from './turn-to-programme.ts';
import { welcomeForm } from './welcome-form.ts';
import { goodbye, notice, stopped, welcome, whoSeesWhat } from './welcome-screens.ts';
import { whatIsKept } from './what-is-kept-screen.ts';

/** What can be done, asked and shown about people themselves. */
export const peopleCommands: readonly AnyCommand[] = [
  ...[arrive, join, heldUnderAge, declineWelcome, stop, startAgain, pause, unpause, pauseEnds],
  ...[setLanguage, setName, setZone, setQuiet, setReminders, setDiscreet, setEnergyCheck],
  ...[inviteSupporter, openLink, agreeToSupport, confirmSupporter, endSupporter, actFor],
  ...[accountLeft, accountCameBack, turnToProgramme],
  ...appCommands,
];
export const peopleForms: readonly AnyForm[] = [
  welcomeForm,
  changeName,
  changeZone,
  changeQuiet,
  supporterCodeForm,
];
export const peopleScreens: readonly AnyScreen[] = [
  ...[welcome, notice, whoSeesWhat, goodbye, stopped, mySettings, reminderChoices, pauseChoices, pauseOver],
  ...[myProgrammes, myRole, whatIsKept, mySupporters, supporterCode, supporterAsked, supporterConfirm],
  ...appScreens,
];
