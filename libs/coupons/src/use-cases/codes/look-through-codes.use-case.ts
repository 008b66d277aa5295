import { chunks, Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { type FaultyLine, sortLines, type TakenLine } from '../../rules/codes/code-lines';
import { refuseCode } from '../../rules/codes/code-refusals';
import { CodeRepository } from '../../store/code.repository';
import { linesOf, readCodeFile } from '../../store/code-file';
import { CodeSecrets } from '../../store/code-secrets';

export interface ChosenColumn {
  readonly content: string;
  /** The first line names the columns. */
  readonly hasHeader: boolean;
  /** Counts from 0. */
  readonly column: number;
  /** Capitals and small letters are different signs. */
  readonly caseSensitive: boolean;
}

export interface LookedThrough {
  readonly columns: readonly { readonly name: string; readonly sample: readonly string[] }[];
  readonly taken: readonly TakenLine[];
  /** By line. */
  readonly faulty: readonly FaultyLine[];
}

const MOST_CODES = 200_000;
const SAMPLES = 3;

/** Reads a file of codes and tells which lines can be taken and what is wrong with the others. Writes nothing. */
@Injectable()
export class LookThroughCodes {
  constructor(
    private readonly codes: CodeRepository,
    private readonly secrets: CodeSecrets,
    private readonly reader: Reader,
  ) {}

  async sort({ content, hasHeader, column, caseSensitive }: ChosenColumn): Promise<LookedThrough> {
    const file = await readCodeFile(content, hasHeader);
    if (file.records.length > MOST_CODES)
      throw refuseCode('CodeBatchInvalid', { problem: `一次最多 ${MOST_CODES} 行` });
    if (file.records.length === 0) throw refuseCode('CodeFileEmpty');
    if (column >= file.columns.length) throw refuseCode('CodeBatchInvalid', { problem: '没有这一列' });
    const { taken, faulty } = sortLines(linesOf(file, column), caseSensitive);
    const known = await this.known(taken);
    const there = taken.filter((_, i) => known[i]);
    return {
      columns: file.columns.map((name, i) => ({
        name,
        sample: file.records.slice(0, SAMPLES).map(({ cells }) => cells[i] ?? ''),
      })),
      taken: taken.filter((_, i) => !known[i]),
      faulty: [...faulty, ...there.map(faultOf)].sort((a, b) => a.line - b.line),
    };
  }

  private async known(lines: readonly TakenLine[]): Promise<boolean[]> {
    const known: boolean[] = [];
    for (const part of chunks(lines, 2000)) {
      const indexes = part.map(({ key }) => this.secrets.indexOf(key));
      const taken = await this.codes.taken(this.reader, indexes);
      known.push(...indexes.map((index) => taken.has(index)));
    }
    return known;
  }
}

export const faultOf = ({ line, shown }: TakenLine): FaultyLine => ({
  line,
  text: shown.slice(0, 40),
  fault: 'known',
  firstLine: null,
});
