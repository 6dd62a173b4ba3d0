import { z } from 'zod';
import { frontForStranger } from './board/board-screens.ts';
import { groupPlaceScreens } from './groups/group-list.ts';
import { notOpenYetScreen } from './help/not-open-screen.ts';
import { message } from './kernel/message.ts';
import { type AnyPlaceScreen, placeScreen } from './kernel/screen.ts';
import { appUnlinked } from './people/apps/my-apps-screen.ts';
import { privacyPlaceScreens } from './privacy/privacy-list.ts';
import { text } from './texts/text.ts';

/** In a shared place nothing of anybody is shown: where to go instead. */
const onlyInPrivate = placeScreen({
  name: 'only-in-private',
  schema: z.object({}),
  async load() {
    return undefined;
  },
  show: () => message([text('only-in-private')]),
});

/** To somebody who is not known here, about a button that stood there before. */
const oldButton = placeScreen({
  name: 'old-button',
  schema: z.object({}),
  async load() {
    return undefined;
  },
  show: () => message([text('old-button')]),
});

/** Everything that can be shown where many read. */
export const placeScreens: readonly AnyPlaceScreen[] = [
  ...[onlyInPrivate, oldButton, appUnlinked, frontForStranger, notOpenYetScreen],
  ...groupPlaceScreens,
  ...privacyPlaceScreens,
];
