export const CHOICE_COOKIE = 'wechat_stand_in_person';

/** The return address with `person` in its query, before any #hash. Null when it is no web address: never javascript:. */
export const withPerson = (back: string | undefined, personId: string): string | null => {
  if (!back || !URL.canParse(back)) return null;
  const url = new URL(back);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.searchParams.set('person', personId);
  return url.toString();
};

export const cookieOf = (header: string | undefined, name: string): string | null => {
  const pair = (header ?? '').split(';').find((part) => part.trim().startsWith(`${name}=`));
  return pair ? pair.trim().slice(name.length + 1) : null;
};
