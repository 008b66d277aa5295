import { randomCode } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { CHARSETS } from '../rules/codes/charset';
import { type CodePattern, codeOf, compactOf, drawnSigns } from '../rules/codes/pattern';

/**
 * Draws codes of a pattern. Each sign comes from the operating system's generator by rejection (node's `randomInt`), so none is
 * likelier than another: the remainder of a random byte would favour the first signs of the alphabet.
 */
@Injectable()
export class CodeDraw {
  next(form: CodePattern): { readonly shown: string; readonly key: string } {
    const shown = codeOf(form, randomCode(drawnSigns(form), CHARSETS[form.charset]));
    return { shown, key: compactOf(shown) };
  }
}
