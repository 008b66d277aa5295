/** Answers of the console's HTTP interface. Ids are decimal strings, times ISO-8601 UTC, money whole fen. */
export interface Page<Row> {
  items: Row[];
  total: number;
}

export interface Feed<Row> {
  items: Row[];
  nextCursor: string | null;
}

export interface Named {
  code: string;
  name: string;
}
