import { GrantCoupons, TemplatesRead } from '@fanloop/coupons';
import type { MemberId } from '@fanloop/kernel';
import type { Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { EntryRepository } from '../store/entry.repository';

export interface ThanksCommand {
  readonly entryId: string;
  readonly memberId: MemberId;
  /** Null: the activity gives none. */
  readonly templateId: string | null;
}

/** What the desk can tell: the coupon's name, and why it could not be given (in Chinese); null: it was. */
export interface Thanks {
  readonly name: string;
  readonly problem: string | null;
}

/**
 * The coupon for who came, in the transaction of the check-in: once, because the entry is marked once. A coupon that is used
 * up or paused never keeps anybody outside: the reason is kept with the entry and told at the desk.
 */
@Injectable()
export class ThankForComing {
  constructor(
    private readonly grants: GrantCoupons,
    private readonly templates: TemplatesRead,
    private readonly entries: EntryRepository,
  ) {}

  async execute(tx: Tx, { entryId, memberId, templateId }: ThanksCommand, now: Date): Promise<Thanks | null> {
    if (templateId === null) return null;
    const { name } = (await this.templates.one(templateId)).terms;
    const [outcome] = await this.grants.execute(tx, [{ templateId, memberId, channel: 'activity' }], now);
    if (outcome!.ok) await this.entries.nameCoupon(tx, entryId, { couponId: outcome!.value.couponId, refusal: null });
    else await this.entries.nameCoupon(tx, entryId, { couponId: null, refusal: outcome!.refusal.code });
    return { name, problem: outcome!.ok ? null : outcome!.refusal.reason('zh') };
  }
}
