import { useEffect, useState } from 'react';
import { type Mode, platform } from '@/platform';
import brand from './brand.json';

export type Palette = typeof brand.colours.light;
export const palettes: Record<Mode, Palette> = brand.colours;
export { brand };

/** Light or dark, as the phone says; follows a change while the page is open. */
export const useMode = (): Mode => {
  const [mode, setMode] = useState<Mode>(() => platform.mode());
  useEffect(() => platform.onMode(setMode), []);
  return mode;
};

/** Colours as values, for drawings: style sheets use the CSS variables made from the same file. */
export const usePalette = (): Palette => palettes[useMode()];

const channel = (hex: string, at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
const hexOf = (value: number): string => {
  const text = Math.round(value).toString(16);
  return text.length < 2 ? `0${text}` : text;
};

/** `share` of b in a, both as #rrggbb. */
export const mix = (a: string, b: string, share: number): string =>
  `#${[1, 3, 5].map((at) => hexOf(channel(a, at) * (1 - share) + channel(b, at) * share)).join('')}`;

const NIGHT = '#10231a';

/** A card in the tier's colour, dark enough that white text on it keeps a contrast of 4.5. */
export const tierGradient = (colour: string): string => {
  const own = /^#[0-9a-f]{6}$/i.test(colour) ? colour : '#2b6248';
  return `linear-gradient(135deg, ${mix(own, NIGHT, 0.5)} 0%, ${mix(own, NIGHT, 0.72)} 55%, ${mix(own, NIGHT, 0.84)} 100%)`;
};

/** A light shade of the tier's colour that reads on the tier card. */
export const tierShine = (colour: string): string =>
  mix(/^#[0-9a-f]{6}$/i.test(colour) ? colour : '#8cc7a6', '#ffffff', 0.62);
