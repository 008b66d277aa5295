import { Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { keyOf } from '../rules/codes/code-lines';
import { refuseCode } from '../rules/codes/code-refusals';
import { typedCode } from '../rules/codes/typed-code';
import { CodeRepository, type FoundCode } from '../store/code.repository';
import { CodeSecrets } from '../store/code-secrets';

/** What became of one code, for whoever helps a shopper at the counter. */
@Injectable()
export class CodeLookupRead {
  constructor(
    private readonly reader: Reader,
    private readonly codes: CodeRepository,
    private readonly secrets: CodeSecrets,
  ) {}

  /** Throws CodeNotFound. */
  async find(text: string): Promise<FoundCode> {
    const typed = typedCode(text);
    if (!typed) throw refuseCode('CodeNotFound');
    const indexes = [true, false].map((caseSensitive) => this.secrets.indexOf(keyOf(typed, caseSensitive)));
    const found = await this.codes.find(this.reader, indexes);
    const code = found.find(({ index }) => index === indexes[0]) ?? found[0];
    if (!code) throw refuseCode('CodeNotFound');
    return code;
  }
}
