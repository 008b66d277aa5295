import type { MemberId } from '@fanloop/kernel';
import { unwrap } from '@fanloop/kernel';
import { Idempotency, type RateLimit, RateLimits, type Tx, UnitOfWork } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { keyOf } from '../../rules/codes/code-lines';
import { refuseCode } from '../../rules/codes/code-refusals';
import { judgeTyped, type TypedCode, typedCode } from '../../rules/codes/typed-code';
import type { FoundCode } from '../../store/code.repository';
import { CodeDesk } from '../../store/code-desk';
import { GrantCoupons, type GrantedCoupon } from '../grant-coupons.use-case';

export interface UseCodeCommand {
  readonly memberId: MemberId;
  /** As it was typed, pasted or scanned. */
  readonly text: string;
  readonly idempotencyKey: string;
}

/**
 * Wrong tries of one member; `ALLOWED_GUESSES` in rules/codes/pattern.ts counts on the last. (A longer window would not fit the timer of the
 * process that counts alone while Redis is away.)
 */
const WRONG_TRIES: readonly RateLimit[] = [
  { name: 'coupon-code-hour', points: 10, windowSeconds: 3_600 },
  { name: 'coupon-code-day', points: 30, windowSeconds: 86_400 },
  { name: 'coupon-code-long', points: 100, windowSeconds: 20 * 86_400 },
];

/**
 * A member turns a code into one coupon. A code that cannot be one of ours is told before anything is looked for and costs no try:
 * a slip of the finger is no guess. Used is used by one conditional update, in the transaction that gives the coupon.
 */
@Injectable()
export class UseCode {
  constructor(
    private readonly desk: CodeDesk,
    private readonly grants: GrantCoupons,
    private readonly limits: RateLimits,
    private readonly idempotency: Idempotency,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Throws CodeNotFound, CodeMistyped, CodeUsed, CodeUsedByYou, CodeExpired, CodesEnded, CodesNotReady, TooManyTries, and what a claim
   * throws: a code is no way around stock and limit, and stays unused then.
   */
  async execute(command: UseCodeCommand): Promise<GrantedCoupon> {
    const { memberId } = command;
    const typed = typedCode(command.text);
    if (!typed) throw refuseCode('CodeNotFound');
    const verdict = judgeTyped(typed, await this.desk.known.get());
    if (verdict !== 'possible') throw refuseCode(verdict === 'mistyped' ? 'CodeMistyped' : 'CodeNotFound');
    for (const limit of WRONG_TRIES) await this.limits.consume(limit, memberId);
    try {
      const granted = await this.unitOfWork.run((tx) => this.once(tx, command, typed));
      await this.giveTryBack(memberId);
      return granted;
    } catch (error) {
      if (!isGuess(error)) await this.giveTryBack(memberId);
      throw error;
    }
  }

  private once(tx: Tx, { memberId, idempotencyKey: key }: UseCodeCommand, typed: TypedCode): Promise<GrantedCoupon> {
    const indexes = [true, false].map((caseSensitive) => this.desk.secrets.indexOf(keyOf(typed, caseSensitive)));
    const claim = { scope: `coupons.use-code:member:${memberId}`, key, input: { indexes } };
    return this.idempotency.run(tx, claim, () => this.use(tx, memberId, indexes));
  }

  private async use(tx: Tx, memberId: MemberId, indexes: readonly string[]): Promise<GrantedCoupon> {
    const at = this.desk.now();
    const found = await this.desk.codes.find(tx, indexes);
    // Where one batch tells capitals from small letters, the code that was typed exactly so comes first.
    const code = found.find(({ index }) => index === indexes[0]) ?? found[0];
    if (!code) throw refuseCode('CodeNotFound');
    if (!(await this.desk.codes.use(tx, code.id, memberId, at))) throw await this.whyNot(tx, code, memberId, at);
    const { templateId } = code;
    const [outcome] = await this.grants.execute(tx, [{ templateId, memberId, channel: 'code' }], at);
    const granted = unwrap(outcome!);
    await this.desk.codes.nameCoupon(tx, code.id, granted.couponId);
    return granted;
  }

  private async whyNot(tx: Tx, { id }: FoundCode, memberId: MemberId, at: Date) {
    const now = await this.desk.codes.lock(tx, id);
    if (now.state === 'used') return refuseCode(now.memberId === memberId ? 'CodeUsedByYou' : 'CodeUsed');
    if (now.batchState === 'ended') return refuseCode('CodesEnded');
    if (now.usableUntil && now.usableUntil <= at) return refuseCode('CodeExpired');
    return refuseCode('CodesNotReady');
  }

  private async giveTryBack(memberId: MemberId): Promise<void> {
    for (const limit of WRONG_TRIES) await this.limits.giveBack(limit, memberId);
  }
}

/** Whoever has the right code is no guesser, whatever else stands in the way. */
const isGuess = (error: unknown): boolean =>
  ['CodeNotFound', 'CodeUsed'].includes((error as { code?: string } | null)?.code ?? '');
