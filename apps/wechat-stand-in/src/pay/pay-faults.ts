import type { SignatureFlaw } from './platform';

export const FLAWS: readonly SignatureFlaw[] = ['wrong-signature', 'probe', 'old', 'unsigned', 'unknown-serial'];
const ADDRESSED = ['lose', 'delay', 'repeat', 'reorder', 'wrong-tag', 'wrong-amount', 'wrong-merchant', 'wrong-app'];

/**
 * What can go wrong with WeChat Pay's side. Of notifications: `lose` (an attempt that never arrives; the next one comes at its
 * time), `delay`, `repeat` (twice at once), `reorder` (after the next notification), a flaw of the signature, `wrong-tag`,
 * `wrong-amount`, `wrong-merchant`, `wrong-app` (signed well, but telling of something else). Of answers: a flaw of the
 * signature. Of refunds: how the next one ends.
 */
export const MODES: Readonly<Record<PayFault['on'], readonly string[]>> = {
  notification: [...ADDRESSED, ...FLAWS],
  answer: FLAWS,
  refund: ['abnormal', 'closed', 'stuck'],
};

export interface PayFault {
  readonly on: 'notification' | 'answer' | 'refund';
  readonly mode: string;
  readonly delayMs: number;
  timesLeft: number;
}

export class PayFaults {
  private faults: PayFault[] = [];

  add(fault: PayFault): void {
    this.faults.push(fault);
  }

  /** The first fault for this place, counted down. */
  take(on: PayFault['on']): PayFault | null {
    const hit = this.faults.find((fault) => fault.on === on);
    if (!hit) return null;
    hit.timesLeft -= 1;
    if (hit.timesLeft <= 0) this.faults = this.faults.filter((fault) => fault !== hit);
    return hit;
  }

  list(): readonly PayFault[] {
    return this.faults;
  }

  reset(): void {
    this.faults = [];
  }
}
