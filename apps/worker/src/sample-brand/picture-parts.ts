/** A scene of the brand: a soft ground, a shadow, and what stands on it. */
export const scene = (ground: readonly [string, string], body: string, width = 480, height = 480): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><defs>` +
  `<linearGradient id="g" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${ground[0]}"/><stop offset="1" stop-color="${ground[1]}"/></linearGradient>` +
  `</defs><rect width="${width}" height="${height}" fill="url(#g)"/>${body}</svg>`;

export const leaf = (x: number, y: number, size: number, turn: number, colour: string): string =>
  `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${size})"><path d="M0 0C22-26 66-28 96 0 66 28 22 26 0 0Z" fill="${colour}"/>` +
  `<path d="M4 0H90" stroke="#fff" stroke-opacity=".45" stroke-width="3" fill="none"/></g>`;

export const shadow = (x: number, y: number, rx: number): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${rx / 7}" fill="#3b2f22" opacity=".14"/>`;

/** Low hills of a tea garden, from the back to the front. */
export const hills = (colours: readonly [string, string, string], width: number, base: number): string =>
  colours
    .map((colour, i) => {
      const y = base + i * 34;
      return `<path d="M0 ${y}Q${width * 0.22} ${y - 70 + i * 12} ${width * 0.46} ${y}T${width} ${y - 20}V600H0Z" fill="${colour}"/>`;
    })
    .join('');
