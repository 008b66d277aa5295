import { Image } from '@tarojs/components';
import CODE128 from 'jsbarcode/bin/barcodes/CODE128/CODE128_AUTO';
import { useMemo } from 'react';
import { svgUri } from '../format/base64';

const bars = (bits: string): string => {
  let path = '';
  for (let x = 0; x < bits.length; x += 1) if (bits[x] === '1') path += `M${x} 0h1v40h-1z`;
  // Ten modules of white on both sides: the quiet zone that a scanner needs.
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-10 0 ${bits.length + 20} 40" preserveAspectRatio="none" shape-rendering="crispEdges"><rect x="-10" width="${bits.length + 20}" height="40" fill="#fff"/><path d="${path}" fill="#000"/></svg>`;
};

/** Code 128 of the digits, drawn as one SVG path: no canvas, the same on both targets. */
export const Barcode = ({ content, className = '' }: { content: string; className?: string }) => {
  const src = useMemo(() => svgUri(bars(new CODE128(content, {}).encode().data)), [content]);
  return <Image className={`barcode ${className}`} src={src} mode="scaleToFill" aria-label={`条形码 ${content}`} />;
};
