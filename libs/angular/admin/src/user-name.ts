import { type User } from '@latchkey/contract';

/** What to call somebody: the name they chose, else what they sign in with. */
export const nameOf = ({ display_name, email, username }: User): string => display_name ?? email ?? username ?? '–';

/** What tells two of the same name apart; nothing where the name does. */
export const detailOf = (user: User): string | null => (user.display_name ? (user.email ?? user.username) : null);

/** Both, to name somebody whom something happens to that can't be undone. */
export const fullNameOf = (user: User): string => {
  const detail = detailOf(user);
  return detail ? `${nameOf(user)} (${detail})` : nameOf(user);
};
