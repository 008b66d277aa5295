import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { KeyedNumber } from '../rules/check-in-code';
import { checkInCode, endOfStep, readCheckInCode, STEP_SECONDS, stepAt } from '../rules/check-in-code';

/** 32 bytes, written as 64 hex digits. */
export const CHECK_IN_KEY = Symbol('check-in key');

export interface ShownCode {
  readonly code: string;
  readonly validUntil: string;
  readonly stepSeconds: number;
}

/** Rotating check-in codes under the deployment's key. */
@Injectable()
export class CheckInCodes {
  private readonly keyed: KeyedNumber;

  constructor(@Inject(CHECK_IN_KEY) hexKey: string) {
    const master = Buffer.from(hexKey, 'hex');
    if (master.length !== 32) throw new Error('the check-in key needs 32 bytes, written as 64 hex digits');
    // A key of its own, whatever else the deployment derives from the same secret.
    const key = createHmac('sha256', master).update('fanloop activity check-in').digest();
    this.keyed = (text, limit) => {
      const hash = createHmac('sha256', key).update(text).digest();
      return Number(hash.readBigUInt64BE(0) % BigInt(limit));
    };
  }

  show(activityId: string, queueNo: number, now: Date): ShownCode {
    const step = stepAt(now);
    return {
      code: checkInCode(activityId, queueNo, step, this.keyed),
      validUntil: endOfStep(step).toISOString(),
      stepSeconds: STEP_SECONDS,
    };
  }

  read(activityId: string, code: string, now: Date): number | null {
    return readCheckInCode(activityId, code, now, this.keyed);
  }
}
