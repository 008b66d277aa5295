import { TemplatesRead } from '@fanloop/coupons';
import { actorLabel } from '@fanloop/kernel';
import type { OtherNames } from '@fanloop/loyalty';
import { OrganizationDoor } from '@fanloop/organization';
import { PopulationRead } from '@fanloop/tagging';
import { Injectable } from '@nestjs/common';

/** What loyalty knows by ids alone, by the names that people know: stores, coupons, tags and staff. */
@Injectable()
export class RuleNames {
  constructor(
    private readonly organization: OrganizationDoor,
    private readonly templates: TemplatesRead,
    private readonly population: PopulationRead,
  ) {}

  async all(): Promise<Required<OtherNames>> {
    const [stores, coupons, tags] = await Promise.all([
      this.organization.stores(),
      this.templates.names(),
      this.population.tagNames(),
    ]);
    return {
      stores: new Map(stores.map((store) => [store.id, store.name])),
      coupons: new Map(coupons.map(({ templateId, name }) => [templateId, name])),
      tags: new Map(tags.map(({ code, name }) => [code, name])),
    };
  }

  /** Coupons that a rule can give now. */
  async coupons(): Promise<{ id: string; name: string }[]> {
    const templates = await this.templates.names();
    return templates
      .filter(({ status }) => status === 'active')
      .map(({ templateId, name }) => ({ id: templateId, name }));
  }

  /** Names of staff for labels such as `staff:12`; the system keeps its label, nobody stays nobody. */
  async staff(labels: readonly (string | null)[]): Promise<<Label extends string | null>(label: Label) => Label> {
    const ids = labels.flatMap((label) => (label?.startsWith('staff:') ? [label.slice('staff:'.length)] : []));
    const names = await this.organization.staffNames(ids);
    const byLabel = new Map([...names].map(([id, name]) => [actorLabel({ kind: 'staff', id }), name]));
    return <Label extends string | null>(label: Label) =>
      (label === null ? label : (byLabel.get(label) ?? label)) as Label;
  }
}
