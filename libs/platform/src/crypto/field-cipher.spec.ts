import { FieldCipher } from './field-cipher';

const cipher = new FieldCipher({ fieldKey: '11'.repeat(32), blindIndexKey: '22'.repeat(32) });

describe('FieldCipher', () => {
  it('gives back what it took, and never the same text twice', () => {
    const first = cipher.encrypt('13800138000', 'members_identity.phone');
    expect(first).not.toBe(cipher.encrypt('13800138000', 'members_identity.phone'));
    expect(first).not.toContain('138');
    expect(cipher.decrypt(first, 'members_identity.phone')).toBe('13800138000');
  });

  it('refuses a changed text, another context, another key and an unknown format', () => {
    const stored = cipher.encrypt('13800138000', 'a');
    const [version, iv, tag, text] = stored.split('.') as [string, string, string, string];
    const flipped = `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`;
    expect(() => cipher.decrypt([version, iv, tag, flipped].join('.'), 'a')).toThrow();
    expect(() => cipher.decrypt(stored, 'b')).toThrow();
    expect(() =>
      new FieldCipher({ fieldKey: '33'.repeat(32), blindIndexKey: '22'.repeat(32) }).decrypt(stored, 'a'),
    ).toThrow();
    expect(() => cipher.decrypt('13800138000', 'a')).toThrow('unknown format');
    expect(() => cipher.decrypt([version, iv, tag.slice(0, 6), text].join('.'), 'a')).toThrow();
  });

  it('indexes equal values alike within a context only', () => {
    expect(cipher.blindIndex('+8613800138000', 'phone')).toBe(cipher.blindIndex('+8613800138000', 'phone'));
    expect(cipher.blindIndex('+8613800138000', 'phone')).not.toBe(cipher.blindIndex('+8613800138000', 'card'));
  });

  it('refuses a short key', () =>
    expect(() => new FieldCipher({ fieldKey: 'abcd', blindIndexKey: '22'.repeat(32) })).toThrow('32 bytes'));
});
