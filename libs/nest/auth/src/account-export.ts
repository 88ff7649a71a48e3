import { type PastSession, type UserNow } from '@latchkey/nest/sessions';
import { userBody } from '@latchkey/nest/users';
import { type AccountExport } from '@latchkey/contract';

/** What is stored of a person: every field named here, and no secret among them. */
export const accountExportOf = (user: UserNow, sessions: PastSession[]): AccountExport => ({
  status: 'success',
  exported_on: new Date().toISOString(),
  account: userBody(user),
  sessions: sessions.map((session) => ({
    session_id: session.id,
    user_agent: session.userAgent,
    address: session.address,
    created_at: session.createdAt.toISOString(),
    last_seen: session.lastSeenAt.toISOString(),
    expires_at: session.expiresAt.toISOString(),
    ended_at: session.endedAt?.toISOString() ?? null,
    ended_reason: session.endedReason,
  })),
});
