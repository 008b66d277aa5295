import { Injectable } from '@nestjs/common';
import { AccountsRead } from './accounts.read';
import { EntriesRead } from './entries.read';
import { ExpiringRead } from './expiring.read';
import { StandingRead } from './standing.read';
import { TotalsRead } from './totals.read';

/** What screens of other contexts ask about members' points. */
@Injectable()
export class MemberPoints {
  constructor(
    readonly accounts: AccountsRead,
    readonly standing: StandingRead,
    readonly expiring: ExpiringRead,
    readonly entries: EntriesRead,
    readonly totals: TotalsRead,
  ) {}
}
