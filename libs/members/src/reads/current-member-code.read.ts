import type { Clock, MemberId } from '@fanloop/kernel';
import { CLOCK } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { endOfStep, type MemberCodeKeys, memberCodeAt, STEP_SECONDS, stepAt } from '../rules/member-code';
import { MEMBER_CODE_KEYS } from '../store/member-code-keys';

/** Steps ahead that a phone may keep, so that the code goes on turning where the network is away. */
const UPCOMING_STEPS = 6;

export interface TimedCode {
  readonly code: string;
  readonly validUntil: Date;
}

export interface CurrentMemberCode extends TimedCode {
  readonly stepSeconds: number;
  readonly serverTime: Date;
  readonly upcoming: readonly TimedCode[];
}

/** The member's own code. It is computed, not stored. */
@Injectable()
export class CurrentMemberCodeRead {
  constructor(
    @Inject(MEMBER_CODE_KEYS) private readonly keys: MemberCodeKeys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  of(memberId: MemberId): CurrentMemberCode {
    const serverTime = this.clock.now();
    const step = stepAt(serverTime);
    const at = (ahead: number): TimedCode => ({
      code: memberCodeAt(memberId, step + ahead, this.keys),
      validUntil: endOfStep(step + ahead),
    });
    const upcoming = Array.from({ length: UPCOMING_STEPS }, (_, i) => at(i + 1));
    return { ...at(0), stepSeconds: STEP_SECONDS, serverTime, upcoming };
  }
}
