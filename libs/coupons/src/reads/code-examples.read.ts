import { Injectable } from '@nestjs/common';
import { CHARSETS } from '../rules/codes/charset';
import {
  ALLOWED_GUESSES,
  assertCount,
  assertPattern,
  type CodePattern,
  drawnSigns,
  leastDrawn,
  spaceOf,
} from '../rules/codes/pattern';
import { CodeDraw } from '../store/code-draw';

export interface CodeExamples {
  readonly examples: readonly string[];
  /** The signs that are drawn from. */
  readonly alphabet: string;
  readonly isStrong: boolean;
  /** How many `#` the pattern has, and how many it needs. */
  readonly signs: number;
  readonly leastSigns: number;
  /** How strong the codes are, in Chinese. */
  readonly sentence: string;
}

const EXAMPLES = 4;

/** How codes of a pattern would look, and how hard they are to guess. */
@Injectable()
export class CodeExamplesRead {
  constructor(private readonly draw: CodeDraw) {}

  /** Throws CodePatternInvalid, CodeBatchInvalid. */
  of(form: CodePattern, count: number): CodeExamples {
    assertPattern(form);
    assertCount(count);
    const check = form.checked ? 1 : 0;
    const least = leastDrawn(form.charset, count);
    const isStrong = drawnSigns(form) >= least;
    const chance = Math.round(Number(spaceOf(form)) / count / ALLOWED_GUESSES);
    return {
      examples: Array.from({ length: EXAMPLES }, () => this.draw.next(form).shown),
      alphabet: CHARSETS[form.charset],
      isStrong,
      signs: drawnSigns(form) + check,
      leastSigns: least + check,
      sentence: isStrong
        ? `够安全：就算试满 ${ALLOWED_GUESSES} 次，猜中任何一个码的机会也只有 ${inWords(chance)}分之一`
        : `太容易猜：试满 ${ALLOWED_GUESSES} 次，${chance < 2 ? '几乎一定会猜中' : `猜中的机会有 ${inWords(chance)}分之一`}；${count} 个码至少要 ${least + check} 个 #`,
    };
  }
}

/** 1,970,000 → 197 万. */
const inWords = (n: number): string => {
  for (const [unit, word] of [
    [1e12, '万亿'],
    [1e8, '亿'],
    [1e4, '万'],
  ] as const)
    if (n >= unit) return `${Math.floor(n / unit)} ${word}`;
  return `${n} `;
};
