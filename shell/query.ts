import {
  QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query'
import { useRef } from 'react'
import type { z } from 'zod'
import type { Door } from '#frame/http/door.ts'
import { asCallError, CallError } from './call-error.ts'
import { call, type CallInput } from './call.ts'
import { intentKeeper } from './intent.ts'

type Schema = z.core.$ZodType

/** The one place where the web keeps the server's data. Calls retry by themselves, see `call.ts`. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, staleTime: 15_000, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  })
}

/** The key of a read: everything of one door can be made stale at once by its path. */
export function keyOf(door: Pick<Door, 'path'>, input?: unknown): readonly unknown[] {
  return input === undefined ? [door.path] : [door.path, input]
}

/**
 * Reads through a door. In: `fresh` for a page on which one acts: asked anew whenever it is opened. Out:
 * TanStack's result; `error` is always a {@link CallError}.
 */
export function useRead<P extends Schema, Q extends Schema, B extends Schema, R extends Schema>(
  door: Door<P, Q, B, R>,
  input: CallInput<P, Q, B>,
  options: { enabled?: boolean; everyMs?: number; fresh?: boolean } = {},
): UseQueryResult<z.output<R>, CallError> {
  return useQuery<z.output<R>, CallError>({
    queryKey: keyOf(door, input),
    queryFn: ({ signal }) =>
      call(door, input, { signal, background: options.everyMs !== undefined }),
    enabled: options.enabled ?? true,
    ...(options.fresh ? { refetchOnMount: 'always' as const } : {}),
    refetchInterval: options.everyMs ?? false,
  })
}

/** What {@link useAct} gives a page. */
export interface Doing<I, R> {
  /** Does it. Out: the reply. Errors: {@link CallError}. A second press while it runs is the same act. */
  run: (input: I) => Promise<R>
  busy: boolean
  error: CallError | null
  clear: () => void
}

/**
 * Does something through a door: one idempotency key per intention, no double press, and every read of
 * the named doors made fresh afterwards (all reads when none are named: a case touches many lists).
 */
export function useAct<P extends Schema, Q extends Schema, B extends Schema, R extends Schema>(
  door: Door<P, Q, B, R>,
  touches?: readonly Pick<Door, 'path'>[],
): Doing<CallInput<P, Q, B>, z.output<R>> {
  const client = useQueryClient()
  const keeper = useRef(intentKeeper())
  const running = useRef<Promise<z.output<R>> | null>(null)
  const mutation = useMutation<z.output<R>, unknown, CallInput<P, Q, B>>({
    mutationFn: (input) => call(door, input, { intent: keeper.current.keyFor(input) }),
    onSuccess: async () => {
      keeper.current.done()
      if (!touches) return client.invalidateQueries()
      await Promise.all(touches.map((t) => client.invalidateQueries({ queryKey: keyOf(t) })))
      return undefined
    },
  })
  return {
    run(input) {
      running.current ??= mutation.mutateAsync(input).finally(() => {
        running.current = null
      })
      return running.current
    },
    busy: mutation.isPending,
    error: mutation.error === null ? null : asCallError(mutation.error),
    clear: mutation.reset,
  }
}
