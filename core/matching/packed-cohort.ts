import type { Cohort, Waiting, WaitingMentor } from './cohort.ts';

/** People in one slice: few enough that to write them takes no time that anybody would notice. */
const SLICE = 200;

type Slice = {
  readonly frame?: Pick<Cohort, 'plan' | 'neverWith' | 'seed'>;
  readonly mentees?: readonly Waiting[];
  readonly mentors?: readonly WaitingMentor[];
};

/** A cohort as bytes that can be handed to another thread without being copied, slice by slice. */
export function* packCohort({
  plan,
  neverWith,
  seed,
  mentees,
  mentors,
}: Cohort): Generator<Uint8Array<ArrayBuffer>> {
  yield pack({ frame: { plan, neverWith, seed } });
  for (let n = 0; n < mentees.length; n += SLICE) yield pack({ mentees: mentees.slice(n, n + SLICE) });
  for (let n = 0; n < mentors.length; n += SLICE) yield pack({ mentors: mentors.slice(n, n + SLICE) });
}

function pack(slice: Slice): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(slice));
}

export function openCohort(slices: readonly Uint8Array[]): Cohort {
  const read = slices.map((slice): Slice => JSON.parse(new TextDecoder().decode(slice)));
  const frame = read.find((slice) => slice.frame !== undefined)?.frame;
  if (frame === undefined) throw new Error('A cohort without its plan');
  return {
    ...frame,
    mentees: read.flatMap((slice) => slice.mentees ?? []),
    mentors: read.flatMap((slice) => slice.mentors ?? []),
  };
}
