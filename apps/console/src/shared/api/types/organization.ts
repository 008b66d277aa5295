export interface StoreDraft {
  code: string;
  name: string;
  address: string;
  phone: string | null;
  lat: number | null;
  lng: number | null;
  openHours: string;
  zone?: string;
  status?: string;
}

export interface StoreRow extends StoreDraft {
  id: string;
}

export interface StaffDraft {
  name: string;
  login: string | null;
  role: string;
  storeIds: string[];
}

export interface StaffRow {
  staffId: string;
  name: string;
  login: string | null;
  role: string;
  stores: { id: string; name: string }[];
  status?: string;
  bound?: boolean;
  lastSeenAt?: string | null;
}

export interface Invitation {
  code: string;
  expiresAt: string;
}
