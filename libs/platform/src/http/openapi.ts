import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { OpenHouse } from './house-app.js';

/** The OpenAPI 3.1 document of all opened houses in one, generated from the routes and their schemas. */
export const openApiOf = (houses: readonly OpenHouse[]): OpenAPIObject => {
  const documents = houses.map(({ app, name }) => {
    const base = new DocumentBuilder().setTitle('Aula').setVersion('1').setOpenAPIVersion('3.1.0').addTag(name).build();
    return SwaggerModule.createDocument(app, base, {
      operationIdFactory: (controller, method) => `${name}.${controller.replace(/Controller$/, '')}.${method}`,
    });
  });
  const [first, ...others] = documents;
  if (!first) throw new Error('no house is open');
  return others.reduce<OpenAPIObject>(
    (all, each) => ({
      ...all,
      tags: [...(all.tags ?? []), ...(each.tags ?? [])],
      paths: { ...all.paths, ...each.paths },
      components: { ...all.components, schemas: { ...all.components?.schemas, ...each.components?.schemas } },
    }),
    first,
  );
};
