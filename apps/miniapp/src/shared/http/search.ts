/** `?a=1&b=2` from the fields that have a value; written by hand because WeChat has no URLSearchParams of its own. */
export const search = (fields: Readonly<Record<string, string | number | boolean | null | undefined>>): string => {
  const parts = Object.keys(fields)
    .filter((key) => fields[key] !== undefined && fields[key] !== null && fields[key] !== '')
    .map((key) => `${key}=${encodeURIComponent(String(fields[key]))}`);
  return parts.length ? `?${parts.join('&')}` : '';
};
