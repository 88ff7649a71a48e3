// Without zod, so that a page may show a list without loading it.

export const USERS_PER_PAGE = 25;
/** Lists count and page so far and no further: what lies behind is found by searching (docs/decisions/0011). */
export const USERS_COUNTED = 10_000;
