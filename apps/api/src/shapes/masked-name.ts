const MOST_STARS = 2;

/** 叶小青 → 叶**: enough for a friend to recognise, too little for a stranger. */
export const maskedName = (nickname: string): string => {
  const [first = '会', ...rest] = Array.from(nickname.trim());
  return `${first}${'*'.repeat(Math.max(1, Math.min(MOST_STARS, rest.length)))}`;
};
