import { createHash } from 'node:crypto';

const BACKGROUNDS = ['#F6C6A8', '#BFD8C2', '#F3D27E', '#C9C4E8', '#A9D3DE', '#EFB8C0', '#D7C7A7', '#B9CBE8'];
const HAIR = ['#3B2A26', '#5A3A2E', '#2B2B33', '#7A4B32', '#1F2A36', '#4A3540'];
const SKIN = ['#FBDCC4', '#F6CDB0', '#F2C29F'];
const CLOTHES = ['#3E7C6B', '#C9583E', '#4B5D8F', '#D99A2B', '#7C5C8E', '#2F6F8F'];

const FRINGES = [
  'M27 46c0-16 10-25 23-25s23 9 23 25c-6-9-14-12-23-12s-17 3-23 12z',
  'M26 48c-2-18 9-28 24-28s26 10 24 28c-4-7-8-10-11-15-8 6-24 7-30 4-3 3-5 6-7 11z',
  'M27 50c-3-20 8-30 24-30 14 0 25 9 22 30-2-6-4-10-8-13-6 2-20 2-30-3-4 4-7 9-8 16z',
];
const LONG_HAIR = '<path d="M25 44c0-17 11-25 25-25s25 8 25 25v24c0 5-50 5-50 0z" fill="HAIR"/>';

/** A drawn face of the project's own, the same one for the same seed. */
export const drawAvatar = (seed: string): string => {
  const digest = createHash('sha256').update(`face:${seed}`).digest();
  const pick = (from: readonly string[], byte: number): string => from[(digest[byte] ?? 0) % from.length] ?? '';
  const hair = pick(HAIR, 1);
  const back = (digest[4] ?? 0) % 2 === 0 ? LONG_HAIR.replace('HAIR', hair) : '';
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" role="img" aria-hidden="true">',
    `<rect width="100" height="100" fill="${pick(BACKGROUNDS, 0)}"/>`,
    back,
    `<path d="M18 100c2-20 16-27 32-27s30 7 32 27z" fill="${pick(CLOTHES, 3)}"/>`,
    `<path d="M43 62h14v12c0 5-14 5-14 0z" fill="${pick(SKIN, 2)}"/>`,
    `<ellipse cx="50" cy="49" rx="20" ry="22" fill="${pick(SKIN, 2)}"/>`,
    `<path d="${pick(FRINGES, 5)}" fill="${hair}"/>`,
    '<circle cx="42" cy="51" r="2.3" fill="#2B2322"/><circle cx="58" cy="51" r="2.3" fill="#2B2322"/>',
    '<path d="M43 60c4 4 10 4 14 0" fill="none" stroke="#B5553F" stroke-width="2" stroke-linecap="round"/>',
    '<circle cx="37" cy="57" r="3" fill="#F09C8A" opacity=".45"/><circle cx="63" cy="57" r="3" fill="#F09C8A" opacity=".45"/>',
    '</svg>',
  ].join('');
};
