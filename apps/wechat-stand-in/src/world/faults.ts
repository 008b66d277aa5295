/**
 * fail: an error code (or an HTTP status of a gateway in between) instead of the work.
 * delay: the work after a wait, or with `late` the work at once and its answer after the wait.
 * repeat: the request arrives twice, as when something on the way sends it again; the caller gets the second answer.
 * drop: the work is done and the connection breaks before the answer.
 */
export type FaultMode = 'fail' | 'delay' | 'repeat' | 'drop';
export const FAULT_MODES: readonly FaultMode[] = ['fail', 'delay', 'repeat', 'drop'];

export interface Fault {
  /** A whole path, or its beginning and an asterisk. */
  readonly path: string;
  readonly mode: FaultMode;
  readonly errcode: number;
  readonly httpStatus: number | null;
  /** WeChat Pay's name of an error, NOT_ENOUGH for example: answered with the status instead of an errcode. */
  readonly code: string | null;
  readonly delayMs: number;
  readonly late: boolean;
  /** How many calls are still to be hit. */
  timesLeft: number;
}

export class Faults {
  private faults: Fault[] = [];

  add(fault: Fault): void {
    this.faults.push(fault);
  }

  /** The first fault for this path, counted down; null when the call goes through unharmed. */
  take(path: string): Fault | null {
    const hit = this.faults.find((fault) => reaches(fault.path, path));
    if (!hit) return null;
    hit.timesLeft -= 1;
    if (hit.timesLeft <= 0) this.faults = this.faults.filter((fault) => fault !== hit);
    return hit;
  }

  list(): readonly Fault[] {
    return this.faults;
  }

  reset(): void {
    this.faults = [];
  }
}

const reaches = (fault: string, path: string): boolean =>
  fault === path || (fault.endsWith('*') && path.startsWith(fault.slice(0, -1)));
