export interface AuditRow {
  at: string;
  actor: string;
  action: string;
  subject: string;
  details: Record<string, unknown> | null;
  ip: string | null;
}

export interface DeadLetter {
  eventId: string;
  consumer: string;
  eventName: string;
  attempts: number;
  lastError: string;
  at: string;
}
