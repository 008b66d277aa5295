import type { Clock, MemberId } from '@fanloop/kernel';
import { CLOCK, Reader } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Account } from '../rules/ledger/account';
import { currentCode } from '../rules/tiers/stair';
import { tierByCode } from '../rules/tiers/tiers';
import { SettledLots } from './settled-lots';

export interface AccountView {
  readonly memberId: MemberId;
  /** As it is now: without what died and with what became usable meanwhile, also where the sweep has not been yet. */
  readonly available: number;
  readonly pending: number;
  readonly debt: number;
  readonly tier: { readonly code: string; readonly name: string; readonly colour: string } | null;
}

/** Balances and tiers of many members at once. Members without an account are left out. */
@Injectable()
export class AccountsRead {
  constructor(
    private readonly reader: Reader,
    private readonly settled: SettledLots,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(memberIds: readonly MemberId[]): Promise<Map<MemberId, AccountView>> {
    const { ledger, programmes } = this.settled;
    const { tiers, formerTiers } = await programmes.current(this.reader);
    const { successors } = formerTiers;
    const accounts = await ledger.accounts.read(this.reader, memberIds);
    const now = this.clock.now();
    const due = [...accounts.values()].filter((account) => isDue(account, now));
    const settled = await this.settled.of(due, now);
    return new Map(
      [...accounts].map(([memberId, { tier: held, ...stored }]) => {
        const { available, pending, debt } = settled.get(memberId)?.account ?? stored;
        const tier = tierByCode(tiers, currentCode(held.code, { tiers, successors })) ?? tiers[0];
        const shown = tier ? { code: tier.code, name: tier.name, colour: tier.colour } : null;
        return [memberId, { memberId, available, pending, debt, tier: shown }];
      }),
    );
  }
}

const isDue = ({ nextExpiryAt, nextActivationAt }: Account, now: Date): boolean =>
  (nextExpiryAt !== null && nextExpiryAt <= now) || (nextActivationAt !== null && nextActivationAt <= now);
