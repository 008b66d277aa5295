/** The stand-in's own present: the machine's time plus an offset that a test may move, so that tokens and codes expire. */
export class MovableClock {
  private offsetMs = 0;

  /** Milliseconds since 1970. */
  nowMs(): number {
    return Date.now() + this.offsetMs;
  }

  moveTo(offsetMs: number): void {
    this.offsetMs = offsetMs;
  }

  get offset(): number {
    return this.offsetMs;
  }
}
