import 'reflect-metadata';
import { HTTP_CODE_METADATA } from '@nestjs/common/constants';
import { createZodDto, ZodSerializationException } from 'nestjs-zod';
import { z } from 'zod';
import { Answers } from './answers';

class PlantDto extends createZodDto(z.object({ name: z.string() })) {}

const Marked: MethodDecorator = (_target, _key, descriptor) => {
  Reflect.defineMetadata('mark', 'before', descriptor.value as object);
};

class Garden {
  constructor(private readonly grown: unknown) {}

  @Answers({ status: 201, type: PlantDto })
  @Marked
  async plant(): Promise<{ name: string }> {
    return this.grown as never;
  }
}

describe('the answer of a route', () => {
  it('keeps to its DTO: what the DTO does not name stays here', async () => {
    expect(await new Garden({ name: '茉莉', costFen: 900 }).plant()).toEqual({ name: '茉莉' });
  });

  it('is an error of ours when it does not fit', async () => {
    await expect(new Garden({ name: null }).plant()).rejects.toThrow(ZodSerializationException);
    await expect(new Garden(undefined).plant()).rejects.toThrow(ZodSerializationException);
  });

  it('leaves the name of the method and what decorators said of it', () => {
    const route = Garden.prototype.plant;
    expect(route.name).toBe('plant');
    expect(Reflect.getMetadata(HTTP_CODE_METADATA, route)).toBe(201);
    expect(Reflect.getMetadata('mark', route)).toBe('before');
  });
});
