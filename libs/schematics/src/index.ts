/** How `nest add` and `ng add` edit somebody's sources: whole or not at all, and nothing twice. */
export { CannotEdit } from './cannot-edit';
export { EditedSource } from './edited-source';
export { endWithReport } from './end-with-report';
export { packagesOf } from './packages-of';
export { requirePackages } from './require-packages';
export { type Step } from './step';
