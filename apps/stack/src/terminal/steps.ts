/** Where lines go; a terminal also gets a live line at the bottom. */
export interface Screen {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** Tells what a step is doing right now ("2017-03"), for the live line. */
export type Progress = (detail: string) => void;

const TITLE_WIDTH = 26;
const LIVE_MS = 200;
/** Without a terminal (a log file, CI) a long step says from time to time that it still goes on. */
const QUIET_MS = 15_000;

/** Prints one line per step when it is done, and what is going on meanwhile. Steps may overlap. */
export class Steps {
  private readonly going = new Map<string, { since: number; detail: string }>();
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly screen: Screen = process.stdout) {}

  /** Runs one step; the work answers the note that stands behind its title. */
  async run(title: string, work: (progress: Progress) => Promise<string>): Promise<void> {
    const state = { since: performance.now(), detail: '' };
    this.going.set(title, state);
    this.keepShowing();
    try {
      const note = await work((detail) => {
        state.detail = detail;
      });
      this.end(title);
      this.line('✓', title, secondsSince(state.since), note);
    } catch (error) {
      this.end(title);
      this.line('✗', title, secondsSince(state.since), '');
      throw error;
    }
  }

  /** A step that was not taken, and why. */
  skip(title: string, why: string): void {
    this.line('–', title, '', why);
  }

  say(text: string): void {
    this.clearLive();
    this.screen.write(`${text}\n`);
  }

  private line(mark: string, title: string, time: string, note: string): void {
    this.say(`  ${mark} ${title.padEnd(TITLE_WIDTH)} ${time.padStart(7)}  ${note}`.trimEnd());
  }

  private end(title: string): void {
    this.going.delete(title);
    if (this.going.size > 0 || !this.timer) return;
    clearInterval(this.timer);
    this.timer = null;
  }

  private keepShowing(): void {
    this.timer ??= setInterval(() => this.showLive(), this.screen.isTTY ? LIVE_MS : QUIET_MS);
  }

  private showLive(): void {
    const parts = [...this.going].map(([title, { since, detail }]) =>
      [`${title} ${secondsSince(since)}`, detail].filter(Boolean).join(' · '),
    );
    if (!this.screen.isTTY) this.screen.write(`    … ${parts.join(' | ')}\n`);
    else this.screen.write(`\r\u001b[2K    … ${parts.join(' | ').slice(0, 110)}`);
  }

  private clearLive(): void {
    if (this.screen.isTTY) this.screen.write('\r\u001b[2K');
  }
}

const secondsSince = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;
