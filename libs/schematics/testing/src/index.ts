/** Applications as `nest new` and `ng new` write them, in memory, for tests of what edits them. */
export { FreshTree } from './fresh-tree';
