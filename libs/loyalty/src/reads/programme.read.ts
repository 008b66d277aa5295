import { Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { sentenceOf } from '../rules/judging/sentence';
import type { LoyaltySettings } from '../rules/settings';
import { ProgrammeRepository } from '../store/programme.repository';
import { type OtherNames, RuleWords } from './rule-words';

/** The programme as people read it: its settings, and how points are earned. */
@Injectable()
export class ProgrammeRead {
  constructor(
    private readonly reader: Reader,
    private readonly programmes: ProgrammeRepository,
    private readonly words: RuleWords,
  ) {}

  async settings(): Promise<LoyaltySettings> {
    return (await this.programmes.current(this.reader)).settings;
  }

  /** Sentences of the rules that judge now: how points are earned. */
  async waysToEarn(others: OtherNames = {}): Promise<string[]> {
    const names = await this.words.names(this.reader, others);
    const { rules } = await this.programmes.current(this.reader);
    return rules.map(({ draft }) => sentenceOf(draft, names));
  }
}
