import { json, type Queryable, Reader, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { type CouponTerms, type KeptTerms, termsOf } from '../rules/terms';

/** One version of a template's terms, with the texts that were shown when it was made. */
export interface TermsVersion {
  readonly termsId: string;
  readonly terms: CouponTerms;
  readonly termsText: string;
  readonly storesText: string;
}

interface TermsRow {
  id: string;
  terms: unknown;
  terms_text: string;
  stores_text: string;
}

const REMEMBERED = 2000;

/** Versions of terms. They never change once committed, so each process remembers those that it has read. */
@Injectable()
export class TermsRepository {
  private readonly known = new Map<string, TermsVersion>();

  constructor(private readonly reader: Reader) {}

  /** Throws for an id that is not there: coupons and templates name only terms that exist. */
  async byIds(ids: readonly string[], from: Queryable = this.reader): Promise<Map<string, TermsVersion>> {
    const wanted = [...new Set(ids)];
    const missing = wanted.filter((id) => !this.known.has(id));
    const found = new Map<string, TermsVersion>();
    for (const id of wanted) if (this.known.has(id)) found.set(id, this.known.get(id)!);
    for (const version of await this.load(missing, from)) {
      this.remember(version);
      found.set(version.termsId, version);
    }
    const lost = wanted.find((id) => !found.has(id));
    if (lost) throw new Error(`coupon terms ${lost} are missing`);
    return found;
  }

  async byId(id: string, from: Queryable = this.reader): Promise<TermsVersion> {
    return this.known.get(id) ?? (await this.byIds([id], from)).get(id)!;
  }

  /** Appends the next version and answers its id. The template's row must be locked. */
  async append(tx: Tx, templateId: string, version: Omit<TermsVersion, 'termsId'>, now: Date): Promise<string> {
    const [last] = await tx.query<{ version: number | null }>(
      'SELECT MAX(version) AS version FROM coupons_terms WHERE template_id = ?',
      [templateId],
    );
    const written = await tx.execute(
      'INSERT INTO coupons_terms (template_id, version, terms, terms_text, stores_text, created_at) VALUES (?, ?, ?, ?, ?, ?)',
      [templateId, (last?.version ?? 0) + 1, JSON.stringify(version.terms), version.termsText, version.storesText, now],
    );
    return written.insertId;
  }

  private async load(ids: readonly string[], from: Queryable): Promise<TermsVersion[]> {
    if (ids.length === 0) return [];
    const rows = await from.query<TermsRow>(
      'SELECT id, terms, terms_text, stores_text FROM coupons_terms WHERE id IN (?)',
      [ids],
    );
    return rows.map((row) => ({
      termsId: row.id,
      terms: termsOf(json<KeptTerms>(row.terms)),
      termsText: row.terms_text,
      storesText: row.stores_text,
    }));
  }

  private remember(version: TermsVersion): void {
    if (this.known.size >= REMEMBERED) this.known.delete(this.known.keys().next().value!);
    this.known.set(version.termsId, version);
  }
}
