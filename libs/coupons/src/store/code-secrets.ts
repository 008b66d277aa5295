import { FieldCipher } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';

const CODE = 'coupons_code.code_secret';
const SOURCE = 'coupons_code_source.content';

export interface SealedCode {
  readonly index: string;
  readonly secret: string;
}

/** Codes at rest: found by a keyed index, read only with the deployment's key. */
@Injectable()
export class CodeSecrets {
  constructor(private readonly cipher: FieldCipher) {}

  /** `key` is what makes two codes the same, `shown` what was printed. */
  seal({ key, shown }: { readonly key: string; readonly shown: string }): SealedCode {
    return { index: this.indexOf(key), secret: this.cipher.encrypt(shown, CODE) };
  }

  indexOf(key: string): string {
    return this.cipher.blindIndex(key, CODE);
  }

  open(secret: string): string {
    return this.cipher.decrypt(secret, CODE);
  }

  sealPart(lines: readonly unknown[]): string {
    return this.cipher.encrypt(JSON.stringify(lines), SOURCE);
  }

  openPart<T>(content: string): T[] {
    return JSON.parse(this.cipher.decrypt(content, SOURCE)) as T[];
  }
}
