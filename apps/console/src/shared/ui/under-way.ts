import { hashKey } from '@tanstack/react-query';

export interface UnderWay {
  /** False when the very same work has begun and not ended yet. */
  begin: (input: unknown) => boolean;
  end: (input: unknown) => void;
}

/** Which work is under way, told apart by its input: a double click must not do one thing twice, while two rows may go at once. */
export const underWay = (): UnderWay => {
  const begun = new Set<string>();
  return {
    begin: (input) => {
      const work = hashKey([input]);
      if (begun.has(work)) return false;
      begun.add(work);
      return true;
    },
    end: (input) => {
      begun.delete(hashKey([input]));
    },
  };
};
