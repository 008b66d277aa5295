import type { Clock, MemberId, Points } from '@fanloop/kernel';
import { CLOCK, Reader } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Account } from '../rules/ledger/account';
import { currentCode } from '../rules/tiers/tier-state';
import { tierByCode } from '../rules/tiers/tiers';
import { LedgerStore } from '../store/ledger-store';
import { ProgrammeRepository } from '../store/programme.repository';

export interface AccountView {
  readonly memberId: MemberId;
  /** Without points that died meanwhile and that the sweep has not met yet. */
  readonly available: Points;
  readonly pending: Points;
  readonly debt: Points;
  readonly tier: { readonly code: string; readonly name: string; readonly colour: string } | null;
}

/** Balances and tiers of many members at once. Members without an account are left out. */
@Injectable()
export class AccountsRead {
  constructor(
    private readonly reader: Reader,
    private readonly ledger: LedgerStore,
    private readonly programmes: ProgrammeRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(memberIds: readonly MemberId[]): Promise<Map<MemberId, AccountView>> {
    const { tiers, formerTiers } = await this.programmes.current(this.reader);
    const { successors } = formerTiers;
    const accounts = await this.ledger.accounts.read(this.reader, memberIds);
    const dead = await this.deadPoints([...accounts.values()]);
    return new Map(
      [...accounts].map(([memberId, { available, pending, debt, tier: held }]) => {
        const tier = tierByCode(tiers, currentCode(held.code, { tiers, successors })) ?? tiers[0];
        const view = {
          memberId,
          available: available - (dead.get(memberId) ?? 0),
          pending,
          debt,
          tier: tier ? { code: tier.code, name: tier.name, colour: tier.colour } : null,
        };
        return [memberId, view];
      }),
    );
  }

  private async deadPoints(accounts: readonly Account[]): Promise<Map<MemberId, Points>> {
    const now = this.clock.now();
    const due = accounts.filter(({ nextExpiryAt }) => nextExpiryAt !== null && nextExpiryAt <= now);
    const dead = new Map<MemberId, Points>();
    if (due.length === 0) return dead;
    const ids = due.map(({ memberId }) => memberId);
    for (const [memberId, lots] of await this.ledger.accounts.lots(this.reader, ids)) {
      const over = lots.filter((lot) => lot.expiresAt !== null && lot.expiresAt <= now);
      dead.set(
        memberId,
        over.reduce((sum, lot) => sum + lot.remaining, 0),
      );
    }
    return dead;
  }
}
