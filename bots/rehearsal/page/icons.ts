import { html } from 'hono/html';
import type { Html } from './page-parts.ts';

/** Small drawings; the words beside or on the button say what it does. */
export const icons = {
  send: icon('M3 20.5 21 12 3 3.5v6.6l11 1.9-11 1.9z'),
  commands: icon('M3 5h18v2.4H3zm0 5.8h18v2.4H3zm0 5.8h18V19H3z'),
  attach: icon(
    'M16.5 6v10.5a4.5 4.5 0 0 1-9 0V5.5a3 3 0 0 1 6 0v10a1.5 1.5 0 0 1-3 0V6H9v9.5a3 3 0 0 0 6 0v-10a4.5 4.5 0 0 0-9 0v11a6 6 0 0 0 12 0V6z',
  ),
  more: icon(
    'M12 4a2 2 0 1 1 0 4 2 2 0 0 1 0-4zm0 6a2 2 0 1 1 0 4 2 2 0 0 1 0-4zm0 6a2 2 0 1 1 0 4 2 2 0 0 1 0-4z',
  ),
  voice: icon(
    'M12 2.5a3 3 0 0 1 3 3v6a3 3 0 0 1-6 0v-6a3 3 0 0 1 3-3zm-6 9h1.8a4.2 4.2 0 0 0 8.4 0H18a6 6 0 0 1-5.1 5.9V21h-1.8v-3.6A6 6 0 0 1 6 11.5z',
  ),
  photo: icon(
    'M4 5h16a1.5 1.5 0 0 1 1.5 1.5v11A1.5 1.5 0 0 1 20 19H4a1.5 1.5 0 0 1-1.5-1.5v-11A1.5 1.5 0 0 1 4 5zm1 11.5h14l-4.5-6-3.5 4.5-2.5-3z',
  ),
  file: icon(
    'M6 2.5h8l5 5V20a1.5 1.5 0 0 1-1.5 1.5h-11.5A1.5 1.5 0 0 1 5 20V4a1.5 1.5 0 0 1 1-1.5zm7 1.800V9h4.5z',
  ),
  eye: icon(
    'M12 5c5 0 8.600 4 10 7-1.400 3-5 7-10 7s-8.600-4-10-7c1.400-3 5-7 10-7zm0 3a4 4 0 1 0 0 8 4 4 0 0 0 0-8zm0 2a2 2 0 1 1 0 4 2 2 0 0 1 0-4z',
  ),
  pad: icon(
    'M7 6h10a5 5 0 0 1 5 5l.5 5a2.500 2.500 0 0 1-4.500 1.500L15.500 15h-7L6 17.500A2.500 2.500 0 0 1 1.500 16L2 11a5 5 0 0 1 5-5zm-.5 3v1.500H5v2h1.500V14h2v-1.500H10v-2H8.500V9zm9.500 1a1.500 1.500 0 1 0 0 3 1.500 1.500 0 0 0 0-3z',
  ),
  house: icon('M12 3 3 10.500V21h6.500v-6h5v6H21V10.500z'),
  letters: icon('M3 4h13v9H8l-3.500 3v-3H3zm15 4h3v9h-1.500v3L16 17H9v-2h9z'),
  bell: icon(
    'M12 2.500a6 6 0 0 1 6 6V14l2 3H4l2-3V8.500a6 6 0 0 1 6-6zM9.500 18.500h5a2.500 2.500 0 0 1-5 0z',
  ),
} as const;

function icon(path: string): Html {
  return html`<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false"><path fill="currentColor" d="${path}"/></svg>`;
}
