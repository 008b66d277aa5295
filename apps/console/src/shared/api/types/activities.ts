export type ActivityStatus = 'open' | 'closed' | 'settled' | 'cancelled';

export interface ActivityInput {
  title: string;
  summary: string;
  body: string;
  coverUrl: string | null;
  storeId: string | null;
  place: string;
  startsAt: string;
  endsAt: string;
  signUpUntil: string;
  seatsTotal: number;
}

export interface ActivityView extends ActivityInput {
  id: string;
  storeName?: string | null;
  seatsLeft: number;
  waiting: number;
  status: ActivityStatus;
}

export interface ActivityEntry {
  entryNo: string;
  nickname: string;
  phoneMasked: string | null;
  state: 'joined' | 'waiting' | 'cancelled' | 'attended';
  position: number | null;
  joinedAt: string;
  attendedAt: string | null;
}
