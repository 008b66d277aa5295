import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { cleanupOpenApiDoc } from 'nestjs-zod';
import { keepNullableTypes } from './nullable-types';

keepNullableTypes();

/** The OpenAPI document of all routes; `libs/api-client` is generated from it. */
export const openApiDocument = (app: NestFastifyApplication): OpenAPIObject => {
  const settings = new DocumentBuilder()
    .setTitle('Fanloop')
    .setDescription(
      'Members, points, coupons, activities and community of one retail brand. Amounts in fen, times in UTC.',
    )
    .setVersion('1')
    .addBearerAuth()
    .build();
  return cleanupOpenApiDoc(
    SwaggerModule.createDocument(app, settings, {
      operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
    }),
  );
};

/** Swagger UI at `/docs`, the document at `/docs-json`. */
export const publishDocument = (app: NestFastifyApplication): void => {
  SwaggerModule.setup('docs', app, () => openApiDocument(app), { jsonDocumentUrl: 'docs-json' });
};
