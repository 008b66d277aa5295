import { randomCode } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';

export const COUPON_NO_LENGTH = 12;

/** Coupon numbers: 12 of 29 characters, 58 random bits. Whoever knows a million of them cannot guess another one. */
@Injectable()
export class CouponNumbers {
  next(): string {
    return randomCode(COUPON_NO_LENGTH);
  }
}
