import type { Clock } from '@fanloop/kernel';
import { Injectable } from '@nestjs/common';

/** Injection token of the clock; tests bind a fixed one. */
export const CLOCK = Symbol('clock');

/** The machine's clock: the only place of the product that reads it. */
@Injectable()
export class SystemClock implements Clock {
  now(): Date {
    return new Date();
  }
}
