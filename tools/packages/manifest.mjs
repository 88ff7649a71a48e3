/**
 * The package.json that is published: what the source's says, with the exports that the build made. Its side effects are those of
 * the sources; in what is built they lie in the one file that needs them.
 */
export function manifestOf(source, exports) {
  return { ...source, sideEffects: false, types: exports['.'].types, exports };
}
