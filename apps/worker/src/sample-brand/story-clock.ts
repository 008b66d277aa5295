import type { Clock } from '@fanloop/kernel';

/** The present of the sample brand's past: the story moves it on, so that everything happens in its own time. */
export class StoryClock implements Clock {
  constructor(private at: Date) {}

  now(): Date {
    return new Date(this.at);
  }

  moveTo(at: Date): void {
    if (at > this.at) this.at = at;
  }
}
