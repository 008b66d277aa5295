import { READABLE_ALPHABET, randomCode } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { checkSign, isPickUpCode, normalised } from '../rules/pick-up-code';

/** 11 random signs of 30 (54 bits) and a check sign: whoever knows a million codes cannot guess another one. */
const CODE_LENGTH = 12;
/** 12 of 30: names a reward and its spending in the ledger. */
const REWARD_NO_LENGTH = 12;

/** Numbers and pick-up codes of rewards. */
@Injectable()
export class PickUpCodes {
  nextCode(): string {
    const body = randomCode(CODE_LENGTH - 1);
    return body + checkSign(body, READABLE_ALPHABET);
  }

  nextNumber(): string {
    return randomCode(REWARD_NO_LENGTH);
  }

  /** The code as it is stored; null for a slip. */
  read(typed: string): string | null {
    const code = normalised(typed);
    return isPickUpCode(code, READABLE_ALPHABET, CODE_LENGTH) ? code : null;
  }
}
