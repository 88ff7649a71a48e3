/** OpenAPI of Latchkey's routes, for applications that have @nestjs/swagger. A door of its own, since others need none of it. */
export { latchkeyDocuments } from './latchkey-documents';
