import { inspect, isDeepStrictEqual } from 'node:util';

/** What an invariant check found wrong; empty means that the invariant holds. */
export type Violations = readonly string[];

export interface Proof<Subject> {
  /** Played against both: acts, then looks, and tells what is violated. It must not assert anything itself. */
  readonly scenario: (subject: Subject) => Promise<Violations> | Violations;
  /** The product as it ships. */
  readonly sound: () => Promise<Subject> | Subject;
  /** The same with the one safeguard taken out (a lock, a condition, a check). */
  readonly broken: () => Promise<Subject> | Subject;
  /** Between the two: usually `() => db.truncateAll()`. */
  readonly reset?: () => Promise<void>;
  /**
   * A race does not go wrong each time. The broken twin is played up to this often until the violation shows; the sound
   * one is played the same number of times as the twin needed, and must hold each time.
   */
  readonly attempts?: number;
}

/**
 * Proves a failure absent: the scenario leaves the sound variant whole, AND the same scenario finds the violation in a
 * variant that is broken on purpose. Without the second half, a test that can never fail would look like a proof.
 */
export const provesAbsent = async <Subject>(
  proof: Proof<Subject>,
): Promise<{ attempts: number; found: Violations }> => {
  const { attempts = 12 } = proof;
  await holds(proof, 1);
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    await proof.reset?.();
    const found = await violationsOfTwin(proof);
    if (found.length === 0) continue;
    for (let again = 2; again <= attempt; again += 1) await holds(proof, again);
    return { attempts: attempt, found };
  }
  throw new Error(`The broken twin looked whole in ${attempts} attempts: this test would not notice the failure.`);
};

/** For a scenario that is told as what was seen: nothing where it is what should be, and otherwise what was seen instead. */
export const unlike = (seen: unknown, expected: unknown): Violations =>
  isDeepStrictEqual(seen, expected) ? [] : [inspect(seen, { depth: 6, breakLength: 120 })];

const holds = async <Subject>(proof: Proof<Subject>, round: number): Promise<void> => {
  await proof.reset?.();
  const violations = await proof.scenario(await proof.sound());
  if (violations.length > 0)
    throw new Error(`The invariant is violated (round ${round}):\n  ${violations.join('\n  ')}`);
};

/** A crash is no proof: a typing error in the twin would pass for one. The scenario must settle its calls and look. */
const violationsOfTwin = async <Subject>(proof: Proof<Subject>): Promise<Violations> => {
  const subject = await proof.broken();
  try {
    return await proof.scenario(subject);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`The scenario crashed on the broken twin instead of finding a violation: ${why}`, { cause: error });
  }
};
