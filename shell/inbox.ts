import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { inboxDoor, readNoticeDoor } from '#frame/notify/doors.ts'
import { call } from './call.ts'
import { useLanguage } from './language.tsx'
import { keyOf } from './query.ts'

/** A message as the bell shows it. */
interface InboxLine {
  id: string
  at: string
  title: string
  href: string
  read: boolean
}

interface Inbox {
  unread: number
  newest: readonly InboxLine[]
  failed: boolean
  /** Marks one as read; that it was opened matters more than that the mark arrives. */
  markRead: (id: string) => void
}

const newest = { query: { size: 5 } }

async function markRead(client: QueryClient, id: string): Promise<void> {
  try {
    await call(readNoticeDoor, { params: { id } }, { ownSession: true })
    await client.invalidateQueries({ queryKey: keyOf(inboxDoor) })
  } catch {
    // it stays unread
  }
}

/** The newest messages and how many are unread; asked again every minute and when the window is looked at. */
export function useInbox(): Inbox {
  const { language } = useLanguage()
  const client = useQueryClient()
  const { data, isError } = useQuery({
    queryKey: keyOf(inboxDoor, newest),
    refetchInterval: 60_000,
    // looking at the clock must not ask an idle person to sign in again
    queryFn: ({ signal }) =>
      call(inboxDoor, newest, { signal, ownSession: true, background: true }),
  })
  return {
    unread: data?.unread ?? 0,
    newest: (data?.rows ?? []).map(({ id, at, title, href, read }) => ({
      id,
      at,
      title: title[language],
      href: href ?? '/inbox',
      read,
    })),
    failed: isError,
    markRead: (id) => void markRead(client, id),
  }
}
