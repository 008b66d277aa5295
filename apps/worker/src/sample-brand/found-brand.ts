import { systemActor } from '@fanloop/kernel';
import { InstallDefaultProgramme } from '@fanloop/loyalty';
import { AddStaff, ImportStores, type Role, type Store } from '@fanloop/organization';
import { Media, mediaUrl, randomCode, UnitOfWork } from '@fanloop/platform';
import { PutProducts } from '@fanloop/sales';
import type { INestApplicationContext } from '@nestjs/common';
import { sampleMenu } from './menu';
import { samplePictures } from './pictures';
import { sampleRules } from './programme';
import { sampleTiers } from './sample-tiers';
import { sampleStores } from './stores';

/** One ready log-in of the sample brand, as the launcher shows it. */
export interface ReadyLogin {
  readonly role: string;
  readonly name: string;
  readonly login: string;
  readonly password: string;
  readonly where: string;
}

const PASSWORD_LENGTH = 12;
const actor = systemActor('sample-brand');

/** Stores, menu, pictures and loyalty programme: what is there before the first guest. */
export const foundBrand = async (app: INestApplicationContext): Promise<Map<string, Store>> => {
  const unitOfWork = app.get(UnitOfWork, { strict: false });
  const media = app.get(Media, { strict: false });
  await unitOfWork.run(async (tx) => {
    for (const [name, svg] of samplePictures())
      await media.put(tx, { name, contentType: 'image/svg+xml', bytes: Buffer.from(svg) });
  });
  await app.get(InstallDefaultProgramme, { strict: false }).execute({ tiers: sampleTiers, rules: sampleRules });
  await unitOfWork.run((tx) =>
    app.get(PutProducts, { strict: false }).execute(
      tx,
      sampleMenu.map(({ sku, name, category, priceFen, picture }) => ({
        sku,
        name,
        category,
        priceFen,
        pictureUrl: mediaUrl(picture),
      })),
    ),
  );
  return app.get(ImportStores, { strict: false }).execute({
    actor,
    stores: sampleStores.map(({ code, name, address, phone, lat, lng, picture }) => ({
      code,
      name,
      address,
      phone,
      lat,
      lng,
      zone: 'Asia/Shanghai',
      openHours: '09:00–22:00',
      photoUrl: mediaUrl(picture),
    })),
  });
};

const PEOPLE: readonly { name: string; role: Role; login: string | null; store: string | null; title: string }[] = [
  { name: '沈禾', role: 'owner', login: 'owner', store: null, title: '品牌主理人' },
  { name: '顾清', role: 'manager', login: 'manager', store: null, title: '运营经理' },
  { name: '林听雨', role: 'community-manager', login: 'community', store: null, title: '社群运营' },
  { name: '陈湖', role: 'store-manager', login: 'hubin', store: 'HZ01', title: '湖滨店店长' },
];

/** People who log in to the console, with passwords made for this installation. */
export const hireStaff = async (app: INestApplicationContext, stores: Map<string, Store>): Promise<ReadyLogin[]> => {
  const logins: ReadyLogin[] = [];
  for (const person of PEOPLE) {
    const password = randomCode(PASSWORD_LENGTH);
    const storeIds = person.store ? [stores.get(person.store)!.id] : [];
    await app
      .get(AddStaff, { strict: false })
      .execute({ actor, name: person.name, role: person.role, storeIds, login: person.login, password });
    logins.push({
      role: person.role,
      name: `${person.name}（${person.title}）`,
      login: person.login!,
      password,
      where: 'console',
    });
  }
  return logins;
};
