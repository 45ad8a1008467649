import { Button, Progress } from 'antd'
import { useRef, useState } from 'react'
import { asCallError, type CallError } from '#shell/call-error.ts'
import { fill, useWords } from '#shell/language.tsx'
import { slotReasons, type FileSlot, type UploadWatch } from './file-slot.ts'
import { fileWords } from './file-words.ts'
import { WhyNot } from './why-not.tsx'
import type { Reason } from '#frame/kernel/reason.ts'

interface Upload {
  id: number
  file: File
  share: number
  reasons: readonly Reason[]
  error: CallError | null
  /** Trying again may help: the network failed, not the file. */
  again: boolean
  stop: AbortController
}

type Send = (file: File, watch: UploadWatch) => Promise<unknown>

/** The files on their way into one slot, and those that were refused. */
export function useUploads(slot: FileSlot, send: Send | undefined) {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const next = useRef(1)
  const change = (id: number, to: Partial<Upload>) =>
    setUploads((old) => old.map((u) => (u.id === id ? { ...u, ...to } : u)))
  const drop = (id: number) => {
    setUploads((old) => {
      old.find((u) => u.id === id)?.stop.abort()
      return old.filter((u) => u.id !== id)
    })
  }

  async function run(upload: Upload) {
    try {
      await send!(upload.file, {
        progress: (share) => change(upload.id, { share }),
        signal: upload.stop.signal,
      })
      drop(upload.id)
    } catch (caught) {
      if (upload.stop.signal.aborted) return
      const error = asCallError(caught)
      change(upload.id, { error, reasons: error.reasons, again: error.passing })
    }
  }

  function start(files: readonly File[]) {
    const taken = slot.many ? files : files.slice(0, 1)
    const fresh = taken.map((file): Upload => {
      const reasons = slotReasons(slot, file)
      return {
        id: next.current++,
        file,
        share: 0,
        reasons,
        error: null,
        again: false,
        stop: new AbortController(),
      }
    })
    // a new try replaces what was refused before
    setUploads((old) => [...old.filter((u) => u.reasons.length === 0 && !u.error), ...fresh])
    for (const upload of fresh) if (upload.reasons.length === 0) void run(upload)
  }

  function retry(id: number) {
    const upload = uploads.find((u) => u.id === id)
    if (!upload) return
    change(id, { error: null, reasons: [], again: false })
    void run(upload)
  }

  return { uploads, start, retry, drop }
}

/** Shows the files on their way: progress, refusals with all reasons, and how to go on. */
export function FileUploads(props: {
  uploads: readonly Upload[]
  retry: (id: number) => void
  drop: (id: number) => void
}) {
  const words = useWords(fileWords)
  if (props.uploads.length === 0) return null
  return (
    <ul className="file-uploads">
      {props.uploads.map((upload) => {
        const failed = upload.error !== null || upload.reasons.length > 0
        const percent = Math.round(upload.share * 100)
        return (
          <li key={upload.id}>
            <div className="file-upload-head">
              <span>{upload.file.name}</span>
              {!failed && (
                <output className="small quiet">
                  {upload.share === 0
                    ? words.hashing
                    : upload.share < 1
                      ? fill(words.sending, { n: percent })
                      : words.checking}
                </output>
              )}
              {upload.again && (
                <Button size="small" type="primary" onClick={() => props.retry(upload.id)}>
                  {words.retry}
                </Button>
              )}
              <Button size="small" type="text" onClick={() => props.drop(upload.id)}>
                {failed ? words.drop : words.stop}
              </Button>
            </div>
            {!failed && (
              <Progress
                percent={percent}
                showInfo={false}
                size="small"
                aria-label={upload.file.name}
              />
            )}
            {failed && (
              <WhyNot
                tone="refused"
                live
                title={upload.error?.title ?? null}
                reasons={
                  upload.reasons.length > 0
                    ? upload.reasons.map(({ at: _at, ...rest }) => rest)
                    : [{ duty: null, code: 'upload', message: upload.error!.message }]
                }
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}
