import type { FaultMode } from './faults';

/** One call of the WeChat interface, without query or body: those carry secrets, codes and phone numbers. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly at: string;
  errcode: number | null;
  fault: FaultMode | null;
}

const KEPT = 10_000;

export class CallLog {
  private calls: Call[] = [];

  begin(method: string, path: string, atMs: number): Call {
    const call: Call = { method, path, at: new Date(atMs).toISOString(), errcode: null, fault: null };
    this.calls.push(call);
    if (this.calls.length > KEPT) this.calls.shift();
    return call;
  }

  list(path?: string): Call[] {
    return path ? this.calls.filter((call) => call.path === path) : [...this.calls];
  }

  reset(): void {
    this.calls = [];
  }
}
