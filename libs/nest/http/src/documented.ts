import { failure } from '@latchkey/contract';
import { type ZodMiniType } from 'zod/mini';

/** What OpenAPI says of a route: what it does, the answer by status, and the statuses of its failures. */
export interface RouteDocument {
  controller: object;
  method: string | symbol;
  summary: string;
  answers: Record<number, ZodMiniType>;
  failures: number[];
  failureBody: ZodMiniType;
}

/** Every documented route and controller: kept here, since an application without OpenAPI has no use for more. */
export const documents = { routes: [] as RouteDocument[], tags: new Map<object, string>() };

/** A route's page in OpenAPI: what it does, the answer by status, and the statuses of its failures. */
export const Documented =
  (
    summary: string,
    answers: Record<number, ZodMiniType>,
    failures: number[] = [],
    failureBody: ZodMiniType = failure,
  ): MethodDecorator =>
  (controller, method) =>
    void documents.routes.push({ controller, method, summary, answers, failures, failureBody });

/** Under which heading OpenAPI lists the routes of a controller. */
export const DocumentedUnder =
  (tag: string): ClassDecorator =>
  (controller) =>
    void documents.tags.set(controller, tag);
