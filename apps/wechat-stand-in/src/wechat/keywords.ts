/** WeChat judges by models; the stand-in by words, so that a test knows beforehand what happens. */
export interface Keyword {
  readonly word: string;
  readonly suggest: 'review' | 'risky';
  readonly label: number;
}

export const NORMAL_LABEL = 100;

export const KEYWORDS: readonly Keyword[] = [
  { word: '赌博', suggest: 'risky', label: 20006 },
  { word: '代开发票', suggest: 'risky', label: 20006 },
  { word: '裸聊', suggest: 'risky', label: 20002 },
  { word: '色情', suggest: 'risky', label: 20002 },
  { word: '傻逼', suggest: 'risky', label: 20003 },
  { word: '刷单返现', suggest: 'risky', label: 20008 },
  { word: '加微信', suggest: 'review', label: 10001 },
  { word: '兼职', suggest: 'review', label: 10001 },
  { word: '代购', suggest: 'review', label: 10001 },
  { word: '稳赚', suggest: 'review', label: 20008 },
  { word: '破解版', suggest: 'review', label: 20013 },
];

/** The worst word that the text holds: risky before review. */
export const worstIn = (text: string): Keyword | null => {
  // Blanks between the characters do not hide a word.
  const dense = text.replace(/\s+/g, '');
  const hits = KEYWORDS.filter((keyword) => dense.includes(keyword.word));
  return hits.find((hit) => hit.suggest === 'risky') ?? hits[0] ?? null;
};
