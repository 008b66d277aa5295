import { domainEvent } from '@fanloop/events';
import type { MemberId, Outcome } from '@fanloop/kernel';
import { accept, reject } from '@fanloop/kernel';
import { BusinessCalendar, Outbox, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Grant } from '../rules/claim';
import { decideClaims, isWelcome } from '../rules/claim';
import type { IssueChannel } from '../rules/issue-channel';
import { refuse } from '../rules/refusals';
import { CouponRepository, type NewCoupon } from '../store/coupon.repository';
import { dayLeftOf, TemplateRepository, type TemplateRow } from '../store/template.repository';
import { TermsRepository } from '../store/terms.repository';

export interface GrantCommand {
  readonly templateId: string;
  readonly memberId: MemberId;
  readonly channel: IssueChannel;
}

interface Moments {
  readonly at: Date;
  readonly usableAt: Date;
}

/** Plain JSON, because it is stored as the answer to a repeated request. Times are ISO 8601. */
export interface GrantedCoupon {
  readonly couponId: string;
  readonly couponNo: string;
  readonly templateId: string;
  readonly termsId: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly claimedAt: string;
}

/**
 * Gives coupons of templates to members, many at once, in the caller's transaction. Each template's row is locked first,
 * so limits and stock are judged on what is committed; its stock is taken once for all that were accepted. The unique
 * key over (template, member, ordinal) keeps the limit even against code that forgets the lock.
 */
@Injectable()
export class GrantCoupons {
  constructor(
    private readonly templates: TemplateRepository,
    private readonly coupons: CouponRepository,
    private readonly terms: TermsRepository,
    private readonly outbox: Outbox,
    private readonly calendar: BusinessCalendar,
  ) {}

  /**
   * One outcome per command, in order; a refused one wrote nothing. Claimed at `at`; what would have ended before `usableAt` is
   * not given (CouponExpired).
   */
  async execute(
    tx: Tx,
    commands: readonly GrantCommand[],
    at: Date,
    usableAt: Date = at,
  ): Promise<Outcome<GrantedCoupon>[]> {
    const templates = await this.templates.lock(tx, [...new Set(commands.map((command) => command.templateId))]);
    const outcomes = new Array<Outcome<GrantedCoupon>>(commands.length);
    for (const template of templates.values()) {
      const positions = commands.flatMap((command, i) => (command.templateId === template.id ? [i] : []));
      const decided = await this.grant(
        tx,
        template,
        positions.map((i) => commands[i]!),
        { at, usableAt },
      );
      positions.forEach((position, i) => {
        outcomes[position] = decided[i]!;
      });
    }
    return Array.from(outcomes, (outcome) => outcome ?? reject(refuse('TemplateNotFound')));
  }

  private async grant(tx: Tx, template: TemplateRow, asked: readonly GrantCommand[], { at, usableAt }: Moments) {
    const members = [...new Set(asked.map(({ memberId }) => memberId))];
    const held = await this.coupons.ordinals(tx, template.id, members);
    const invited = await this.templates.invited(tx, template, members);
    const { terms } = await this.terms.byId(template.terms_id, tx);
    const claimable = {
      status: template.status,
      stockLeft: template.stock_left,
      perMemberLimit: template.per_member_limit,
      claimFrom: template.claim_from,
      claimUntil: template.claim_until,
      dayLeft: dayLeftOf(template, this.calendar.date(at)),
      terms,
    };
    const decided = decideClaims(
      claimable,
      held,
      asked.map(({ memberId, channel }) => ({
        memberId,
        isWelcome: isWelcome(template.open_to, channel, invited.has(memberId)),
      })),
      at,
      (from, days) => this.calendar.startOfDayAfter(from, days),
    );
    const decisions = decided.map(
      (decision): Outcome<Grant> =>
        decision.ok && decision.value.validUntil <= usableAt ? reject(refuse('CouponExpired')) : decision,
    );
    return this.write(tx, template, asked, decisions, at);
  }

  private async write(
    tx: Tx,
    template: TemplateRow,
    asked: readonly GrantCommand[],
    decisions: readonly Outcome<Grant>[],
    now: Date,
  ): Promise<Outcome<GrantedCoupon>[]> {
    const accepted = decisions.flatMap((decision, i): NewCoupon[] =>
      decision.ok
        ? [
            {
              templateId: template.id,
              termsId: template.terms_id,
              memberId: asked[i]!.memberId,
              channel: asked[i]!.channel,
              claimedAt: now,
              ...decision.value,
            },
          ]
        : [],
    );
    const granted = accepted.length > 0 ? await this.take(tx, template.id, accepted) : [];
    let next = 0;
    return decisions.map((decision) => (decision.ok ? accept(granted[next++]!) : decision));
  }

  private async take(tx: Tx, templateId: string, coupons: readonly NewCoupon[]): Promise<GrantedCoupon[]> {
    if (!(await this.templates.takeStock(tx, templateId, coupons.length, this.calendar.date(coupons[0]!.claimedAt))))
      throw new Error(`the stock of template ${templateId} changed under its lock`);
    const named = await this.coupons.insert(tx, coupons);
    const events = coupons.map((coupon, i) =>
      domainEvent(
        'coupons.coupon-claimed.v1',
        {
          couponId: named[i]!.couponId,
          templateId,
          memberId: coupon.memberId,
          at: coupon.claimedAt.toISOString(),
        },
        coupon.claimedAt,
      ),
    );
    await this.outbox.append(tx, events);
    return coupons.map((coupon, i) => ({
      templateId,
      termsId: coupon.termsId,
      validFrom: coupon.validFrom.toISOString(),
      validUntil: coupon.validUntil.toISOString(),
      claimedAt: coupon.claimedAt.toISOString(),
      ...named[i]!,
    }));
  }
}
