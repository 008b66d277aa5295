import fc from 'fast-check';
import { CHARSETS, type CharsetName } from './charset';
import { sortLines } from './code-lines';
import { checkSign, checks } from './luhn-mod-n';
import { assertPattern, assertUnguessable, type CodePattern, codeOf, drawnSigns, leastDrawn, spaceOf } from './pattern';
import { judgeTyped, typedCode } from './typed-code';

const charsets = fc.constantFrom(...(Object.keys(CHARSETS) as CharsetName[]));
const signsOf = (charset: CharsetName, least = 2) =>
  fc.string({ unit: fc.constantFrom(...CHARSETS[charset]), minLength: least, maxLength: 16 });
const someSigns = charsets.chain((charset) =>
  signsOf(charset).map((signs) => ({ alphabet: CHARSETS[charset], signs })),
);
const refusalOf = (work: () => void): string | undefined => {
  try {
    work();
  } catch (error) {
    return (error as { code?: string }).code;
  }
  return undefined;
};

describe('the check sign', () => {
  it('agrees with the published vectors', () => {
    // en.wikipedia.org/wiki/Luhn_mod_N_algorithm: N = 6.
    expect(checkSign('abcdef', 'abcdef')).toBe('e');
    expect(checks('abcdefe', 'abcdef')).toBe(true);
    // en.wikipedia.org/wiki/Luhn_algorithm, ISO/IEC 7812-1: N = 10. The last is the test number of a card scheme.
    expect(checkSign('7992739871', CHARSETS.digits)).toBe('3');
    expect(checkSign('1789372997', CHARSETS.digits)).toBe('4');
    expect(checks('4111111111111111', CHARSETS.digits)).toBe(true);
    expect(checks('4111111111111112', CHARSETS.digits)).toBe(false);
  });

  it('finds every single wrong sign, in every charset', () => {
    fc.assert(
      fc.property(someSigns, fc.nat(), fc.nat(), ({ alphabet, signs }, at, other) => {
        const whole = signs + checkSign(signs, alphabet);
        expect(checks(whole, alphabet)).toBe(true);
        const i = at % whole.length;
        const wrong = alphabet[other % alphabet.length]!;
        fc.pre(wrong !== whole[i]);
        expect(checks(whole.slice(0, i) + wrong + whole.slice(i + 1), alphabet)).toBe(false);
      }),
    );
  });

  it('finds every swap of neighbours but that of the first and the last sign of the alphabet', () => {
    fc.assert(
      fc.property(someSigns, fc.nat(), ({ alphabet, signs }, at) => {
        const whole = signs + checkSign(signs, alphabet);
        const i = at % (whole.length - 1);
        const [a, b] = [whole[i]!, whole[i + 1]!];
        const ends = [alphabet[0], alphabet.at(-1)];
        fc.pre(a !== b && !(ends.includes(a) && ends.includes(b)));
        expect(checks(whole.slice(0, i) + b + a + whole.slice(i + 2), alphabet)).toBe(false);
      }),
    );
  });

  it('is one-to-one only over an even alphabet, and all of ours are', () => {
    expect(Object.values(CHARSETS).map((alphabet) => alphabet.length)).toEqual([30, 22, 10, 36]);
    // Over an odd one a single wrong sign can pass: doubling makes 1 and 3 of five signs the same.
    expect(checks(`b${checkSign('b', 'abcde')}`, 'abcde')).toBe(true);
    expect(checks(`d${checkSign('b', 'abcde')}`, 'abcde')).toBe(true);
  });
});

describe('a pattern', () => {
  const form = (pattern: string, more: Partial<CodePattern> = {}): CodePattern => ({
    pattern,
    charset: 'readable',
    checked: true,
    ...more,
  });

  it('forms codes with the check sign last', () => {
    expect(codeOf(form('FL-####-####'), '2345678')).toBe(`FL-2345-678${checkSign('2345678', CHARSETS.readable)}`);
    expect(codeOf(form('####-####', { charset: 'digits', checked: false }), '00000001')).toBe('0000-0001');
  });

  it.each([
    ['FL-####-####', undefined],
    ['', 'CodePatternInvalid'],
    ['fl-####', 'CodePatternInvalid'],
    ['FL--####', 'CodePatternInvalid'],
    ['-####', 'CodePatternInvalid'],
    ['FLFLFL', 'CodePatternInvalid'],
    ['ABC#', 'CodePatternInvalid'],
    ['茶-####', 'CodePatternInvalid'],
    ["#'; DROP", 'CodePatternInvalid'],
    ['#'.repeat(41), 'CodePatternInvalid'],
  ])('%s → %s', (pattern, code) => {
    expect(refusalOf(() => assertPattern(form(pattern)))).toBe(code);
  });

  it('must leave a hundred million possible codes for each: 100 tries find one with less than one in a million', () => {
    expect(leastDrawn('readable', 1)).toBe(6);
    expect(leastDrawn('readable', 100_000)).toBe(9);
    expect(leastDrawn('digits', 100_000)).toBe(13);
    expect(refusalOf(() => assertUnguessable(form('FL-####-####'), 100_000))).toBe('CodePatternWeak');
    expect(refusalOf(() => assertUnguessable(form('FL-#####-####'), 100_000))).toBe('CodePatternWeak');
    expect(refusalOf(() => assertUnguessable(form('FL-#####-#####'), 100_000))).toBeUndefined();
    fc.assert(
      fc.property(charsets, fc.integer({ min: 1, max: 1_000_000 }), (charset, count) => {
        const least = leastDrawn(charset, count);
        const strong = form('#'.repeat(least), { charset, checked: false });
        expect(100 * (count / Number(spaceOf(strong)))).toBeLessThanOrEqual(1e-6);
        expect(drawnSigns(strong)).toBe(least);
      }),
    );
  });
});

describe('a typed code', () => {
  const known = (patterns: CodePattern[], lengths: { least: number; most: number }[] = []) => ({ patterns, lengths });
  const fl: CodePattern = { pattern: 'FL-####-####', charset: 'readable', checked: true };
  const code = codeOf(fl, 'ABCDEFG');

  it.each([
    ['spaces and small letters', ` ${code.toLowerCase().replace(/-/g, ' ')} `],
    ['no dashes', code.replace(/-/g, '')],
    ['full-width signs', code.replace(/-/g, '－').replace('A', 'Ａ')],
    ['long dashes', code.replace(/-/g, '—')],
  ])('is the same with %s', (_, text) => {
    expect(typedCode(text)!.folded).toBe(code.replace(/-/g, ''));
    expect(judgeTyped(typedCode(text)!, known([fl]))).toBe('possible');
  });

  it.each(['', '   ', 'abc', '🍵🍵🍵🍵', "1' OR '1'='1", '券码一二三四', 'A'.repeat(41)])('%j is none', (text) => {
    expect(typedCode(text)).toBeNull();
  });

  it('is told to be mistyped without being looked for', () => {
    const wrong = typedCode(code.slice(0, -1) + (code.endsWith('2') ? '3' : '2'))!;
    expect(judgeTyped(wrong, known([fl]))).toBe('mistyped');
    expect(judgeTyped(typedCode('XX-ABCD-EFGH')!, known([fl]))).toBe('unknown');
    expect(judgeTyped(typedCode('FL-0OIL-1111')!, known([fl]))).toBe('mistyped');
    expect(judgeTyped(wrong, known([]))).toBe('unknown');
  });

  it('of the length of imported codes has to be looked for', () => {
    expect(judgeTyped(typedCode('XX-ABCD-EFGH')!, known([fl], [{ least: 8, most: 12 }]))).toBe('possible');
    expect(judgeTyped(typedCode('XX-ABC')!, known([fl], [{ least: 8, most: 12 }]))).toBe('unknown');
  });
});

describe('the lines of a file', () => {
  const lines = ['AB12', ' ab12 ', '', 'no code!', 'CD34'].map((text, i) => ({ line: i + 2, text }));

  it('are sorted, with the number of each line that is at fault', () => {
    const { taken, faulty } = sortLines(lines, false);
    expect(taken.map(({ line, shown }) => [line, shown])).toEqual([
      [2, 'AB12'],
      [6, 'CD34'],
    ]);
    expect(faulty).toEqual([
      { line: 3, text: 'ab12', fault: 'twice', firstLine: 2 },
      { line: 4, text: '', fault: 'empty', firstLine: null },
      { line: 5, text: 'no code!', fault: 'not-a-code', firstLine: null },
    ]);
  });

  it('may tell capitals from small letters', () => {
    expect(sortLines(lines, true).taken.map(({ key }) => key)).toEqual(['=AB12', '=ab12', '=CD34']);
  });
});
