import type { Palette } from '../theme/theme';

// The project's own drawings, in the brand's colours: warm paper, tea leaves, a cup. 200 × 140.
export type IllustrationName =
  | 'cup'
  | 'ticket'
  | 'letters'
  | 'calendar'
  | 'sprout'
  | 'cloud'
  | 'shop'
  | 'lock'
  | 'welcome';

const leaf = (x: number, y: number, turn: number, size: number, colour: string): string =>
  `<path transform="translate(${x} ${y}) rotate(${turn}) scale(${size})" fill="${colour}" d="M0 0C2-10 12-16 26-16 24-3 14 4 0 0z"/>`;

const steam = (x: number, y: number, colour: string): string =>
  `<path d="M${x} ${y}c-6-8 6-12 0-20M${x + 14} ${y}c-6-8 6-12 0-20" fill="none" stroke="${colour}" stroke-width="3" stroke-linecap="round"/>`;

const cup = (p: Palette): string =>
  `${steam(90, 52, p['brand-soft'])}<path d="M128 69h10a11 11 0 0 1 0 22h-14" fill="none" stroke="${p.brand}" stroke-width="6"/><path d="M66 62h66v22a24 24 0 0 1-24 24H90a24 24 0 0 1-24-24z" fill="${p.brand}"/><path d="M66 62h66v6H66z" fill="${p['brand-strong']}"/><ellipse cx="99" cy="114" rx="46" ry="5" fill="${p.line}"/>${leaf(92, 92, -10, 0.9, p['brand-soft'])}`;

const drawings: Record<IllustrationName, (p: Palette) => string> = {
  cup,
  ticket: (p) =>
    `<g transform="rotate(-8 100 70)"><path d="M44 46h112v16a10 10 0 0 0 0 20v16H44V82a10 10 0 0 0 0-20z" fill="${p['accent-soft']}"/><path d="M118 46v52" stroke="${p.accent}" stroke-width="2" stroke-dasharray="4 5"/><path d="M64 62h34M64 74h24" stroke="${p.accent}" stroke-width="5" stroke-linecap="round"/></g>${leaf(136, 112, -30, 1.2, p.brand)}${leaf(132, 114, 190, 0.8, p['brand-soft'])}`,
  letters: (p) =>
    `<rect x="42" y="36" width="78" height="52" rx="12" fill="${p['brand-soft']}"/><path d="M60 88v16l18-16z" fill="${p['brand-soft']}"/><path d="M58 54h46M58 68h30" stroke="${p.brand}" stroke-width="5" stroke-linecap="round"/><rect x="96" y="62" width="64" height="42" rx="12" fill="${p.brand}"/><path d="M142 104v14l-16-14z" fill="${p.brand}"/>${leaf(112, 92, -8, 0.9, p['brand-soft'])}`,
  calendar: (p) =>
    `<rect x="56" y="34" width="88" height="78" rx="12" fill="${p['brand-soft']}"/><path d="M56 46a12 12 0 0 1 12-12h64a12 12 0 0 1 12 12v10H56z" fill="${p.brand}"/><path d="M78 26v16M122 26v16" stroke="${p['brand-strong']}" stroke-width="6" stroke-linecap="round"/>${leaf(86, 98, -8, 1.3, p.brand)}<ellipse cx="100" cy="120" rx="50" ry="4" fill="${p.line}"/>`,
  sprout: (p) =>
    `<path d="M60 84h80l-8 26a8 8 0 0 1-8 6H76a8 8 0 0 1-8-6z" fill="${p.accent}"/><path d="M100 84V52" stroke="${p.brand}" stroke-width="5" stroke-linecap="round"/>${leaf(100, 60, -16, 1.5, p.brand)}${leaf(100, 70, 208, 1.2, p['brand-strong'])}<ellipse cx="100" cy="120" rx="44" ry="4" fill="${p.line}"/>`,
  cloud: (p) =>
    `<path d="M66 92a20 20 0 0 1 2-40 28 28 0 0 1 54-4 22 22 0 0 1 12 44z" fill="${p['brand-soft']}"/><path d="m88 106 8-12M112 106l8-12M100 118l8-12" stroke="${p['ink-faint']}" stroke-width="4" stroke-linecap="round"/>`,
  shop: (p) =>
    `<rect x="52" y="58" width="96" height="54" rx="4" fill="${p['brand-soft']}"/><path d="M46 58 58 34h84l12 24a12 12 0 0 1-21 4 14 14 0 0 1-22 0 14 14 0 0 1-22 0 14 14 0 0 1-22 0 12 12 0 0 1-21-4z" fill="${p.brand}"/><rect x="88" y="78" width="24" height="34" rx="3" fill="${p.accent}"/><rect x="62" y="78" width="18" height="16" rx="3" fill="${p.surface}"/><rect x="120" y="78" width="18" height="16" rx="3" fill="${p.surface}"/><ellipse cx="100" cy="116" rx="60" ry="4" fill="${p.line}"/>`,
  lock: (p) =>
    `<path d="M100 26 60 40v32c0 24 16 38 40 48 24-10 40-24 40-48V40z" fill="${p['brand-soft']}"/>${leaf(84, 88, -18, 1.5, p.brand)}`,
  welcome: (p) =>
    `<circle cx="150" cy="40" r="18" fill="${p['accent-soft']}"/><path d="M-50 112c60-36 110-34 154-4s86 10 146-18v50H-50z" fill="${p['brand-soft']}"/><path d="M-50 130c60-26 114-20 166-6s86 2 134-10v26H-50z" fill="${p.brand}"/><g transform="translate(-14 -6)">${cup(p)}</g>`,
};

export const illustrationSvg = (name: IllustrationName, palette: Palette): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${name === 'welcome' ? '-40 0 280 140' : '0 0 200 140'}">${drawings[name](palette)}</svg>`;

const SEEDS = [
  ['#2b6248', '#8cc7a6', '#f3d9a8'],
  ['#7a4a24', '#e0b078', '#f6efe0'],
  ['#35506b', '#9dbad2', '#f4e3c3'],
  ['#6b3f4a', '#d7a3a8', '#f7e7d4'],
] as const;

/** A cover for something without a picture: hills, sun and a leaf, always the same for the same id. */
export const coverSvg = (id: string): string => {
  const seed = id.split('').reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  const [deep, mid, sun] = SEEDS[seed % SEEDS.length]!;
  const x = 60 + (seed % 5) * 45;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 160" preserveAspectRatio="xMidYMid slice"><rect width="320" height="160" fill="${mid}"/><circle cx="${x}" cy="46" r="24" fill="${sun}"/><path d="M0 110c50-40 90-30 130-10s100 20 190-26v86H0z" fill="${deep}" opacity=".55"/><path d="M0 134c60-30 110-20 160-8s110 6 160-16v50H0z" fill="${deep}"/>${leaf(230 - (seed % 3) * 60, 96, -20, 2, sun)}</svg>`;
};
