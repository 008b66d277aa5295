import { type DataColumn, exportable, sortRows } from './columns';

interface Row {
  name: string;
  points: number | null;
}

const columns: DataColumn<Row>[] = [
  { key: 'name', title: '会员', value: (row) => row.name },
  { key: 'points', title: '积分', value: (row) => row.points },
  { key: 'actions', title: '', actions: true, value: () => null },
];
const rows: Row[] = [
  { name: '陈', points: 3 },
  { name: '安', points: null },
  { name: '白', points: 12 },
];
const names = (sort: string): string =>
  sortRows(rows, columns, sort)
    .map((row) => row.name)
    .join('');

describe('the columns of a table', () => {
  it('sort by number, what is missing first, and back', () => {
    expect(names('points')).toBe('安陈白');
    expect(names('-points')).toBe('白陈安');
  });

  it('sort Chinese names by their sound', () => {
    expect(names('name')).toBe('安白陈');
  });

  it('leave the order alone for a column that is not there', () => {
    expect(names('colour')).toBe('陈安白');
    expect(names('')).toBe('陈安白');
  });

  it('never export buttons', () => {
    expect(exportable(columns).map(({ key }) => key)).toEqual(['name', 'points']);
  });
});
