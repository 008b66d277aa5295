import { type SampleProduct, sampleMenu } from './menu';
import { hills, leaf, scene, shadow } from './picture-parts';
import { sampleStores } from './stores';

interface Drink {
  readonly liquid: readonly [string, string];
  readonly top: string;
  readonly bits: readonly string[];
}

/** The colours of each drink: what is in it is what one sees. */
const DRINKS: Record<string, Drink> = {
  'TEA-LJ': { liquid: ['#dfe8a6', '#a9c166'], top: '#cfdc8e', bits: ['#6f9440', '#86a84e'] },
  'TEA-GH': { liquid: ['#f3cf86', '#d99a3c'], top: '#f0c26c', bits: ['#f6dc5a', '#e8b52e'] },
  'TEA-ML': { liquid: ['#eef0c2', '#cfd893'], top: '#e4e8b3', bits: ['#ffffff', '#f6f7ec'] },
  'TEA-YS': { liquid: ['#c9763a', '#7e3f1b'], top: '#b56730', bits: ['#5d2f14', '#6d3a1b'] },
  'TEA-LB': { liquid: ['#e9b778', '#b9793a'], top: '#dca663', bits: ['#8d6a3d', '#a98455'] },
  'MLK-HY': { liquid: ['#efdcc3', '#c99c6d'], top: '#f7ecdd', bits: ['#7a4a26', '#8a5831'] },
  'MLK-GH': { liquid: ['#f5e3c4', '#dcb06f'], top: '#fff6e6', bits: ['#f3cd4b', '#e8b52e'] },
  'MLK-YN': { liquid: ['#efe3f0', '#a784b5'], top: '#f8f1f8', bits: ['#8c67a0', '#9c7ab0'] },
  'MLK-QK': { liquid: ['#f4efe1', '#cfc095'], top: '#fffaf0', bits: ['#b9a468', '#a48e55'] },
  'FRT-YM': { liquid: ['#f29aa9', '#a8234a'], top: '#f6b8c2', bits: ['#8e1b3d', '#c23a5f'] },
  'FRT-NM': { liquid: ['#eef3a8', '#b7cf4d'], top: '#f5f7c8', bits: ['#f4d93a', '#e9c91f'] },
  'FRT-PT': { liquid: ['#d9c2ea', '#7d4fa3'], top: '#efe3f7', bits: ['#5f3488', '#7d4fa3'] },
  'FRT-XG': { liquid: ['#ffc0b3', '#e4574f'], top: '#ffd9d0', bits: ['#2f6b3a', '#c9372f'] },
  'FRT-CZ': { liquid: ['#ffd27d', '#f08c22'], top: '#ffe1a6', bits: ['#f7a531', '#e67e12'] },
};

const cup = ({ liquid, top, bits }: Drink): string => {
  const spots = Array.from({ length: 9 }, (_, i) => {
    const x = 186 + ((i * 53) % 112);
    const y = 300 + ((i * 37) % 76);
    return `<circle cx="${x}" cy="${y}" r="${8 + (i % 3) * 3}" fill="${bits[i % 2]}" opacity=".9"/>`;
  }).join('');
  return (
    shadow(240, 424, 120) +
    `<defs><linearGradient id="l" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${liquid[0]}"/><stop offset="1" stop-color="${liquid[1]}"/></linearGradient>` +
    `<clipPath id="c"><path d="M156 130H324L302 404Q300 420 284 420H196Q180 420 178 404Z"/></clipPath></defs>` +
    `<rect x="262" y="44" width="14" height="150" rx="7" fill="#3f7a52" transform="rotate(12 268 120)"/>` +
    `<path d="M156 130H324L302 404Q300 420 284 420H196Q180 420 178 404Z" fill="#fff" opacity=".55"/>` +
    `<g clip-path="url(#c)"><rect x="140" y="176" width="200" height="250" fill="url(#l)"/><path d="M140 176Q190 160 240 176T340 176V214Q290 232 240 214T140 214Z" fill="${top}"/>${spots}</g>` +
    `<path d="M148 116H332Q338 116 338 122V130Q338 136 332 136H148Q142 136 142 130V122Q142 116 148 116Z" fill="#fff"/>` +
    `<path d="M176 160L190 396" stroke="#fff" stroke-width="9" stroke-linecap="round" opacity=".5"/>` +
    `<circle cx="240" cy="266" r="34" fill="#fff" opacity=".92"/>${leaf(214, 274, 0.52, -24, '#3f7a52')}`
  );
};

const cake = (colour: string, deep: string): string =>
  shadow(240, 372, 140) +
  `<ellipse cx="240" cy="352" rx="150" ry="34" fill="#fff"/><ellipse cx="240" cy="344" rx="122" ry="24" fill="#eef1ea"/>` +
  [0, 1, 2]
    .map(
      (i) =>
        `<g transform="translate(${150 + i * 62} ${i === 1 ? 250 : 268})"><rect width="58" height="68" rx="16" fill="${colour}"/><rect y="40" width="58" height="28" rx="14" fill="${deep}"/></g>`,
    )
    .join('') +
  leaf(206, 232, 0.6, -32, '#6f9440');

const box = (colour: string, band: string): string =>
  shadow(240, 392, 140) +
  `<rect x="120" y="190" width="240" height="196" rx="14" fill="${colour}"/><rect x="108" y="160" width="264" height="52" rx="12" fill="${band}"/>` +
  `<rect x="222" y="160" width="36" height="226" fill="#f2dca5"/><circle cx="240" cy="288" r="42" fill="#fff" opacity=".94"/>${leaf(208, 298, 0.64, -24, '#3f7a52')}`;

const flask = (): string =>
  shadow(240, 412, 84) +
  `<rect x="176" y="132" width="128" height="278" rx="44" fill="#8fb8a6"/><rect x="190" y="84" width="100" height="66" rx="20" fill="#5f8d79"/>` +
  `<path d="M198 170V372" stroke="#fff" stroke-width="12" stroke-linecap="round" opacity=".45"/>${leaf(204, 292, 0.78, -24, '#f4f1e6')}`;

const bag = (): string =>
  shadow(240, 408, 120) +
  `<path d="M180 190Q180 96 240 96T300 190" fill="none" stroke="#b79d74" stroke-width="14"/><path d="M132 184H348L330 400H150Z" fill="#eadfc8"/>` +
  `${leaf(182, 306, 1.2, -24, '#3f7a52')}`;

const bodyOf = (product: SampleProduct): string => {
  const drink = DRINKS[product.sku];
  if (drink) return cup(drink);
  if (product.sku === 'CUP-QC') return flask();
  if (product.sku === 'CUP-BG') return bag();
  if (product.category === '茶礼')
    return box(product.sku === 'GFT-LJ' ? '#4d7f57' : '#c98a8a', product.sku === 'GFT-LJ' ? '#3a6545' : '#b06c6c');
  const cakes: Record<string, [string, string]> = {
    'SNK-GHG': ['#fbe7b2', '#f0c65f'],
    'SNK-LDG': ['#d9e2a4', '#a8bf62'],
    'SNK-QTB': ['#7fa65a', '#567d3c'],
  };
  return cake(...(cakes[product.sku] ?? ['#a9c57d', '#6f9440']));
};

const GROUNDS: Record<string, [string, string]> = {
  原叶茶: ['#f3f5e4', '#e0e8c8'],
  奶茶: ['#fbf3e7', '#f0e0cb'],
  果茶: ['#fdf1ea', '#f9ddd0'],
  茶点: ['#f7f3e6', '#ece3c9'],
  茶礼: ['#f4efe3', '#e3d7bd'],
  周边: ['#eef3ee', '#d7e4da'],
};

const shopFront = (index: number): string => {
  const wall = ['#f6efe0', '#efe6d3', '#f2ece4'][index % 3]!;
  const awning = ['#3f7a52', '#4d8a61', '#2f6b46'][index % 3]!;
  const stripes = Array.from(
    { length: 8 },
    (_, i) =>
      `<path d="M${96 + i * 58} 196h29v46q-14 18-29 0Z" fill="${i % 2 ? '#fffaf0' : awning}"/><path d="M${125 + i * 58} 196h29v46q-14 18-29 0Z" fill="${i % 2 ? awning : '#fffaf0'}"/>`,
  ).join('');
  return (
    hills(['#cfe0c4', '#a9c79b', '#86ad7c'], 640, 190) +
    `<rect x="96" y="130" width="448" height="260" rx="10" fill="${wall}"/><rect x="96" y="130" width="448" height="66" fill="${awning}"/>` +
    `<text x="320" y="174" font-size="34" font-family="sans-serif" fill="#fff" text-anchor="middle" letter-spacing="12">禾叶茶铺</text>${stripes}` +
    `<rect x="130" y="268" width="150" height="122" rx="6" fill="#dcebe4"/><rect x="360" y="258" width="92" height="132" rx="6" fill="#7a5a3a"/>` +
    `<circle cx="440" cy="326" r="5" fill="#f2dca5"/>${leaf(150, 350, 0.9, -30, '#6f9440')}${leaf(210, 356, 0.7, -50, '#86a84e')}` +
    `<rect y="390" width="640" height="50" fill="#d8cbb2"/>`
  );
};

const posters: Record<string, string> = {
  'poster-spring.svg': scene(
    ['#eaf3e6', '#cfe3c6'],
    `<circle cx="500" cy="96" r="46" fill="#fff3c9"/>${hills(['#bcd7ad', '#8fb986', '#5f9462'], 640, 210)}${leaf(120, 140, 1.5, -20, '#6f9440')}`,
    640,
    440,
  ),
  'poster-class.svg': scene(
    ['#f8efe1', '#ecd9bb'],
    `${shadow(320, 352, 190)}<ellipse cx="320" cy="330" rx="190" ry="34" fill="#a9835a"/><path d="M250 214h140q10 0 8 14l-14 70q-6 26-64 26t-64-26l-14-70q-2-14 8-14Z" fill="#fff"/><path d="M262 226h116l-4 22H266Z" fill="#c98b3f"/>${leaf(290, 180, 1, -60, '#6f9440')}${leaf(440, 300, 0.8, 10, '#86a84e')}`,
    640,
    440,
  ),
  'poster-autumn.svg': scene(
    ['#fbeed6', '#f2d29a'],
    `<circle cx="480" cy="120" r="64" fill="#fff8e6"/>${hills(['#e6c07f', '#cf9a52', '#a87538'], 640, 230)}${leaf(110, 160, 1.3, -14, '#d9a13c')}${leaf(200, 110, 0.9, 30, '#e8b52e')}`,
    640,
    440,
  ),
};

/** Every picture of the sample brand, by file name: drawn here, so that they are the project's own. */
export const samplePictures = (): Map<string, string> =>
  new Map([
    ...sampleMenu.map((product): [string, string] => [
      product.picture,
      scene(GROUNDS[product.category] ?? ['#fff', '#eee'], bodyOf(product)),
    ]),
    ...sampleStores.map((store, i): [string, string] => [
      store.picture,
      scene(['#eaf1f3', '#dfe9e2'], shopFront(i), 640, 440),
    ]),
    ...Object.entries(posters),
  ]);
