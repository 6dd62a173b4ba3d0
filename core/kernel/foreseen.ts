/** Something that can go wrong where the app runs, and was thought of: its message says what to change, to whoever started it. */
export class Foreseen extends Error {
  override name = 'Foreseen';
}
