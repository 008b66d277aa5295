import { type TypedCode, typedCode } from './typed-code';

/** One line of a file of codes, as it is found; `line` counts from 1 as an editor does. */
export interface CodeLine {
  readonly line: number;
  readonly text: string;
}

export interface TakenLine {
  readonly line: number;
  /** As it was printed, without the blanks around it. */
  readonly shown: string;
  /** What makes it the same code. */
  readonly key: string;
}

export type LineFault = 'empty' | 'not-a-code' | 'twice' | 'known';

export interface FaultyLine {
  readonly line: number;
  readonly text: string;
  readonly fault: LineFault;
  /** Where the same code stands first. */
  readonly firstLine: number | null;
}

/** What makes two codes the same. A batch that tells capitals from small letters never meets one that does not. */
export const keyOf = ({ exact, folded }: TypedCode, caseSensitive: boolean): string =>
  caseSensitive ? `=${exact}` : folded;

/** Sorts the lines of a file into codes and faults; of equal codes the first counts. */
export const sortLines = (
  lines: readonly CodeLine[],
  caseSensitive: boolean,
): { readonly taken: TakenLine[]; readonly faulty: FaultyLine[] } => {
  const taken = new Map<string, TakenLine>();
  const faulty: FaultyLine[] = [];
  for (const { line, text } of lines) {
    const shown = text.trim();
    const typed = typedCode(shown);
    const about = { line, text: shown.slice(0, 40), firstLine: null };
    if (!typed) {
      faulty.push({ ...about, fault: shown === '' ? 'empty' : 'not-a-code' });
      continue;
    }
    const key = keyOf(typed, caseSensitive);
    const first = taken.get(key);
    if (first) faulty.push({ ...about, fault: 'twice', firstLine: first.line });
    else taken.set(key, { line, shown, key });
  }
  return { taken: [...taken.values()], faulty };
};
