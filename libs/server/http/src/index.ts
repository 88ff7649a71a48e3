/** The product's Fastify: which bodies it takes, the headers of every answer, and the words of every failure. */
export { FailureFilter, type Worded } from './failure.filter';
export { acceptJsonOnly, type Lenient } from './json-body';
export { RouteTable } from './route-table';
export { sendSafeHeaders } from './safe-headers';
