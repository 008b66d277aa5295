import { DECORATORS } from '@nestjs/swagger/dist/constants';
import { SchemaObjectFactory } from '@nestjs/swagger/dist/services/schema-object-factory';

/**
 * Zod says a nullable string is of `type: ['string', 'null']`; Nest's document factory takes every list of types for "an
 * array of the first one" and drops the rest, so that `login: string | null` was published as `login: string[]`.
 * This hands such a property on as the `anyOf` that nestjs-zod uses for all other nullable properties.
 */
interface Property {
  readonly type?: unknown;
  readonly [key: string]: unknown;
}

type Merge = (key: string, prototype: object, schemas: unknown, pending: unknown, metadata?: Property) => unknown;

const MARK = 'x-nestjs_zod-empty-type';

/** By now the list has become its first type and the mark of an array; a true array of zod's says `type: 'array'`. */
const isNullable = (property: Property): boolean => property[MARK] === true && property.isArray === true;

const ABOUT_THE_VALUE = ['format', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum', 'enum'];

const asChoice = (property: Property): Property => {
  const { type, isArray: _, ...rest } = property;
  const entries = Object.entries(rest);
  const value = entries.filter(([key]) => ABOUT_THE_VALUE.includes(key));
  return {
    ...Object.fromEntries(entries.filter(([key]) => !ABOUT_THE_VALUE.includes(key))),
    type: '',
    [MARK]: true,
    'x-nestjs_zod-uses-3-point-1-syntax': true,
    anyOf: [{ type, ...Object.fromEntries(value) }, { type: 'null' }],
  };
};

/** Called once, before the document is made. */
export const keepNullableTypes = (): void => {
  const factory = SchemaObjectFactory.prototype as unknown as { mergePropertyWithMetadata: Merge };
  const merge = factory.mergePropertyWithMetadata;
  factory.mergePropertyWithMetadata = function (key, prototype, schemas, pending, metadata) {
    const property = metadata ?? (Reflect.getMetadata(DECORATORS.API_MODEL_PROPERTIES, prototype, key) as Property);
    const kept = property && isNullable(property) ? asChoice(property) : metadata;
    return merge.call(this, key, prototype, schemas, pending, kept);
  };
};
