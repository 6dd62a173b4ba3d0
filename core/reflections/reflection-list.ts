import type { AnyCommand } from '../kernel/command.ts';
import type { AnyForm } from '../kernel/form.ts';
import type { AnyScreen } from '../kernel/screen.ts';
import { deleteReflection } from './delete-reflection.ts';
import { exportReflectionsScreen } from './export-reflections-screen.ts';
import { keepAsReflection } from './keep-as-reflection.ts';
import { myReflectionsScreen } from './my-reflections-screen.ts';
import { offerReflection } from './offer-reflection.ts';
import { offerReflectionScreen } from './offer-reflection-screen.ts';
import {
  deleteReflectionScreen,
  readReflectionScreen,
  sharedReflectionScreen,
  sharedWithYouScreen,
} from './read-reflection-screens.ts';
import { reflectForm } from './reflect-form.ts';
import { reflectionScreen } from './reflection-screen.ts';
import { addToReflectionForm, changeReflectionForm } from './rewrite-forms.ts';
import { addToReflection, changeReflection } from './rewrite-reflection.ts';
import { saveReflection } from './save-reflection.ts';
import { shareWithCoordinator, shareWithPartner, unshareReflection } from './share-reflection.ts';

/** Everything that can be done, asked and shown about reflections. None of it is open to a supporter. */
export const reflectionCommands: readonly AnyCommand[] = [
  saveReflection,
  keepAsReflection,
  changeReflection,
  addToReflection,
  shareWithPartner,
  shareWithCoordinator,
  unshareReflection,
  deleteReflection,
  offerReflection,
];

export const reflectionForms: readonly AnyForm[] = [reflectForm, changeReflectionForm, addToReflectionForm];

export const reflectionScreens: readonly AnyScreen[] = [
  reflectionScreen,
  readReflectionScreen,
  deleteReflectionScreen,
  sharedWithYouScreen,
  sharedReflectionScreen,
  myReflectionsScreen,
  exportReflectionsScreen,
  offerReflectionScreen,
];
