import type { Clock, MemberId } from '@fanloop/kernel';
import { CLOCK, num, Reader } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { type AdjustmentRequest, type AdjustmentState, isExpired } from '../rules/adjustments';
import { AdjustmentRequestRepository, type RequestRow, toRequest } from '../store/adjustment-request.repository';

export type AdjustmentRequestView = Omit<AdjustmentRequest, 'state'> & { readonly state: AdjustmentState };

export interface RequestFilter {
  readonly state?: AdjustmentState;
  readonly memberId?: MemberId;
  /** `staff:12`. */
  readonly askedBy?: string;
  readonly page: number;
  readonly pageSize: number;
}

/** Adjustments that were asked for, newest first; one that nobody decided in time reads as expired. */
@Injectable()
export class AdjustmentRequestsRead {
  constructor(
    private readonly reader: Reader,
    private readonly requests: AdjustmentRequestRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async page(filter: RequestFilter): Promise<{ items: AdjustmentRequestView[]; total: number }> {
    const now = this.clock.now();
    const { where, params } = conditions(filter, now);
    const count = await this.reader.one<{ n: string }>(
      `SELECT COUNT(*) AS n FROM loyalty_adjustment_request ${where}`,
      params,
    );
    const rows = await this.reader.query<RequestRow>(
      `SELECT * FROM loyalty_adjustment_request ${where} ORDER BY id DESC LIMIT ? OFFSET ?`,
      [...params, filter.pageSize, (filter.page - 1) * filter.pageSize],
    );
    return { items: rows.map((row) => viewOf(toRequest(row), now)), total: num(count?.n) };
  }

  /** Throws AdjustmentRequestMissing. */
  async one(requestId: string): Promise<AdjustmentRequestView> {
    return viewOf(await this.requests.one(this.reader, requestId), this.clock.now());
  }

  /** How many wait for a decision. */
  async waiting(): Promise<number> {
    const { where, params } = conditions({ state: 'pending', page: 1, pageSize: 1 }, this.clock.now());
    const row = await this.reader.one<{ n: string }>(
      `SELECT COUNT(*) AS n FROM loyalty_adjustment_request ${where}`,
      params,
    );
    return num(row?.n);
  }
}

const viewOf = (request: AdjustmentRequest, now: Date): AdjustmentRequestView => ({
  ...request,
  state: isExpired(request, now) ? 'expired' : request.state,
});

const conditions = ({ state, memberId, askedBy }: RequestFilter, now: Date) => {
  const parts: string[] = [];
  const params: unknown[] = [];
  const add = (sql: string, ...values: unknown[]): void => {
    parts.push(sql);
    params.push(...values);
  };
  if (state === 'expired') add("state = 'pending' AND expires_at <= ?", now);
  else if (state === 'pending') add("state = 'pending' AND expires_at > ?", now);
  else if (state) add('state = ?', state);
  if (memberId) add('member_id = ?', memberId);
  if (askedBy) add('asked_by = ?', askedBy);
  return { where: parts.length > 0 ? `WHERE ${parts.join(' AND ')}` : '', params };
};
