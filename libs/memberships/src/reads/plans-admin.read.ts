import type { Fen } from '@fanloop/kernel';
import { LoyaltyDoor } from '@fanloop/loyalty';
import { num, Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { leftOf } from '../rules/card';
import type { PlanStatus } from '../rules/plan';
import { refuse } from '../rules/refusals';
import { type Plan, type PlanRow, SELECT_PLAN, toPlan } from '../store/plan.repository';
import { CardTime } from '../use-cases/card-work';
import { FIGURES } from './plan-figures';

/** What became of the cards of a plan. */
export interface PlanFigures {
  /** Paid, ever. */
  readonly bought: number;
  /** Running, or to begin. */
  readonly running: number;
  readonly renewals: number;
  readonly refunded: number;
  readonly paidFen: Fen;
  readonly refundedFen: Fen;
}

/** A plan as the console shows and edits it. Times are ISO 8601 UTC. */
export interface PlanView extends Omit<Plan, 'planId' | 'saleFrom' | 'saleUntil'>, PlanFigures {
  readonly id: string;
  readonly tierName: string;
  readonly saleFrom: string | null;
  readonly saleUntil: string | null;
  /** Null: without a limit. */
  readonly stockLeft: number | null;
}

type FigureRow = { planId: string } & Record<keyof PlanFigures, string>;
const NONE: PlanFigures = { bought: 0, running: 0, renewals: 0, refunded: 0, paidFen: 0, refundedFen: 0 };

/** Plans for the console, with what they brought. */
@Injectable()
export class PlansAdminRead {
  constructor(
    private readonly reader: Reader,
    private readonly loyalty: LoyaltyDoor,
    private readonly time: CardTime,
  ) {}

  /** In the order of the list; what has ended last. */
  async page(status: PlanStatus | null, page: number, pageSize: number): Promise<{ items: PlanView[]; total: number }> {
    const where = status === null ? '1 = 1' : 'p.status = ?';
    const params = status === null ? [] : [status];
    const count = await this.reader.one<{ n: string }>(
      `SELECT COUNT(*) AS n FROM memberships_plan p WHERE ${where}`,
      params,
    );
    const rows = await this.reader.query<PlanRow>(
      `${SELECT_PLAN} WHERE ${where} ORDER BY p.status = 'ended', p.position, p.id LIMIT ? OFFSET ?`,
      [...params, pageSize, (page - 1) * pageSize],
    );
    return { items: await this.views(rows), total: num(count?.n) };
  }

  /** Throws PlanNotFound. */
  async one(planId: string): Promise<PlanView> {
    const rows = await this.reader.query<PlanRow>(`${SELECT_PLAN} WHERE p.id = ?`, [planId]);
    const [view] = await this.views(rows);
    if (!view) throw refuse('PlanNotFound');
    return view;
  }

  private async views(rows: readonly PlanRow[]): Promise<PlanView[]> {
    const [tiers, figures] = await Promise.all([this.loyalty.tiers(), this.figures(rows.map((row) => row.planId))]);
    return rows.map((row) => {
      const { planId, saleFrom, saleUntil, ...plan } = toPlan(row);
      return {
        ...plan,
        ...(figures.get(planId) ?? NONE),
        id: planId,
        tierName: tiers.find(({ code }) => code === plan.tierCode)?.name ?? plan.tierCode,
        saleFrom: saleFrom?.toISOString() ?? null,
        saleUntil: saleUntil?.toISOString() ?? null,
        stockLeft: leftOf(plan.stockTotal, plan.sold),
      };
    });
  }

  private async figures(planIds: readonly string[]): Promise<Map<string, PlanFigures>> {
    if (planIds.length === 0) return new Map();
    const rows = await this.reader.query<FigureRow>(
      `SELECT c.plan_id AS planId, ${FIGURES} FROM memberships_card c WHERE c.plan_id IN (?) GROUP BY c.plan_id`,
      [this.time.present().today, planIds],
    );
    return new Map(
      rows.map(({ planId, bought, running, renewals, refunded, paidFen, refundedFen }) => [
        planId,
        {
          bought: num(bought),
          running: num(running),
          renewals: num(renewals),
          refunded: num(refunded),
          paidFen: num(paidFen),
          refundedFen: num(refundedFen),
        },
      ]),
    );
  }
}
