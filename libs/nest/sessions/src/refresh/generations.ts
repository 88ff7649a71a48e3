import { type Session } from '../session.entity';

/** What tells of any generation of a session's tokens whether it is good. */
export type Generations = Pick<Session, 'generation' | 'previous' | 'oldest' | 'skipped'>;

/** The most numbers that `skipped` has: the ends of 32 runs. */
export const MOST_SKIPPED = 64;

/**
 * What a token of `generation` is worth: skipped ones were never seen by the owner, so that whoever has one stole the token it
 * came for; outdated ones are refused, and their session goes on. Skipped longer ago than we remember counts as outdated.
 */
export function standing(generation: number, session: Generations): 'good' | 'skipped' | 'outdated' {
  const { skipped, oldest, previous } = session;
  if (generation < oldest) return 'outdated';
  if (generation > previous && generation < session.generation) return 'skipped';
  if (skipped.length === MOST_SKIPPED && generation < Number(skipped[0])) return 'outdated';
  const isSkipped = skipped.some(
    (from, at) => at % 2 === 0 && from <= generation && generation <= Number(skipped[at + 1]),
  );
  return isSkipped ? 'skipped' : 'good';
}
