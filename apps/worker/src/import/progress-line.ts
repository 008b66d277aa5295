/** One line that is written over on a terminal, and every tenth of the way elsewhere. */
export class ProgressLine {
  private lastTenth = -1;

  constructor(private readonly out: NodeJS.WriteStream) {}

  show(what: string, done: number, of: number): void {
    const tenth = of === 0 ? 10 : Math.floor((done * 10) / of);
    if (this.out.isTTY) this.out.write(`\r${what}: ${done} / ${of}\u001b[K`);
    else if (tenth !== this.lastTenth) this.out.write(`${what}: ${done} / ${of}\n`);
    this.lastTenth = tenth;
  }

  say(text: string): void {
    this.lastTenth = -1;
    this.out.write(`${this.out.isTTY ? '\r' : ''}${text}${this.out.isTTY ? '\u001b[K' : ''}\n`);
  }

  end(): void {
    if (this.out.isTTY) this.out.write('\r\u001b[K');
  }
}
