import type { MemberId } from '@fanloop/kernel';
import type { Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { LedgerStore } from '../store/ledger-store';
import { type TagFact, TagFactsRepository } from '../store/tag-facts.repository';
import { AskRules } from './ask-rules.use-case';

export interface TagMove extends TagFact {
  readonly tagName: string;
}

/**
 * Keeps the tags of members beside their accounts, and lets the rules speak that wait for a tag. The accounts are locked: a
 * tag that arrives while its member leaves is either deleted with the rest or not written.
 */
@Injectable()
export class RememberTags {
  constructor(
    private readonly ledger: LedgerStore,
    private readonly facts: TagFactsRepository,
    private readonly rules: AskRules,
  ) {}

  async execute(tx: Tx, moves: readonly TagMove[]): Promise<void> {
    const open = await this.open(tx, moves);
    const kept = moves.filter(open);
    if (kept.length === 0) return;
    await this.facts.write(tx, kept);
    await this.rules.execute(
      tx,
      kept
        .filter(({ held }) => held)
        .map(({ memberId, tagCode, tagName, at }) => ({
          memberId,
          trigger: 'tag-entered' as const,
          reference: `tag:${tagCode}:${memberId}:${at.getTime()}`,
          at,
          event: { tagCode, tagName },
        })),
    );
  }

  /** Tags that were held before anybody told their beginning; no rule is asked, because nothing happened. */
  async learn(tx: Tx, facts: readonly TagFact[]): Promise<void> {
    await this.facts.write(tx, facts.filter(await this.open(tx, facts)));
  }

  private async open(tx: Tx, about: readonly { readonly memberId: MemberId }[]) {
    const ids = about.map(({ memberId }) => memberId);
    const accounts = await this.ledger.accounts.lock(tx, ids);
    return ({ memberId }: { readonly memberId: MemberId }): boolean => !accounts.get(memberId)?.closedAt;
  }
}
