import { documents, type RouteDocument } from '@latchkey/nest/http';
import { ApiOperation, ApiResponse, ApiTags, type SwaggerDocumentOptions } from '@nestjs/swagger';
import { STATUS_CODES } from 'node:http';
import { schemaConverter } from './schema-converter';

/**
 * What makes OpenAPI tell of Latchkey's routes, bodies and answers:
 * `SwaggerModule.createDocument(app, config, { ...latchkeyDocuments() })`.
 */
export function latchkeyDocuments(): Pick<SwaggerDocumentOptions, 'standardSchemaConverter'> {
  for (const route of documents.routes.splice(0)) describeRoute(route);
  for (const [controller, tag] of documents.tags) ApiTags(tag)(controller as never);
  documents.tags.clear();
  return { standardSchemaConverter: schemaConverter };
}

function describeRoute({ controller, method, summary, answers, failures, failureBody }: RouteDocument): void {
  const descriptor = Object.getOwnPropertyDescriptor(controller, method) as PropertyDescriptor;
  const decorators = [
    ApiOperation({ summary }),
    ...Object.entries(answers).map(([status, schema]) => answerOf(Number(status), schema)),
    ...failures.map((status) => answerOf(status, failureBody)),
  ];
  for (const decorate of decorators) decorate(controller, method, descriptor);
}

const answerOf = (status: number, standardSchema: RouteDocument['failureBody']) =>
  ApiResponse({ status, description: STATUS_CODES[status], standardSchema });
