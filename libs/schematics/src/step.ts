import { type SchematicContext, type Tree } from '@angular-devkit/schematics';

/** A Rule that is done when it returns. Throws CannotEdit. */
export type Step = (tree: Tree, context: SchematicContext) => void;
