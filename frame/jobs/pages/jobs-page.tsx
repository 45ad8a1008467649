import { Button, Popconfirm, Table } from 'antd'
import type { z } from 'zod'
import { showInstant } from '#shell/format.ts'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { EmptyState } from '#shell/parts/empty-state.tsx'
import { Fault } from '#shell/parts/fault.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { Refusal } from '#shell/parts/refusal.tsx'
import { StatusTag } from '#shell/parts/status-tag.tsx'
import { Waiting } from '#shell/parts/waiting.tsx'
import { useAct, useRead } from '#shell/query.ts'
import { dropJobDoor, jobsDoor, retryJobDoor, type failedJob, type jobCount } from '../doors.ts'
import { jobWords } from './labels.ts'
import './jobs-page.css'

type Failed = z.output<typeof failedJob>
type Count = z.output<typeof jobCount>

/** Work in the background: what failed and what waits. */
export function JobsPage() {
  const words = useWords(jobWords)
  const { data, error, refetch } = useRead(jobsDoor, {}, { everyMs: 15_000 })
  return (
    <>
      <PageHead title={words.title} hint={words.hint} />
      {error && !data && <Fault error={error} retry={() => void refetch()} />}
      {!error && !data && <Waiting />}
      {data && (
        <div className="jobs">
          <section aria-label={words.failed}>
            <h2>{words.failed}</h2>
            <FailedJobs failed={data.failed} />
          </section>
          <section aria-label={words.counts}>
            <h2>{words.counts}</h2>
            <Counts counts={data.counts} />
          </section>
        </div>
      )}
    </>
  )
}

function FailedJobs({ failed }: { failed: readonly Failed[] }) {
  const words = useWords(jobWords)
  const word = useWord()
  if (failed.length === 0)
    return (
      <div className="card">
        <EmptyState title={words.failedNone} hint={words.failedNoneHint} />
      </div>
    )
  return (
    <div className="card jobs-table">
      <Table<Failed>
        dataSource={[...failed]}
        rowKey="id"
        size="middle"
        pagination={false}
        columns={[
          { title: words.job, render: (_: unknown, job) => word(job.title) },
          {
            title: words.state,
            render: (_: unknown, job) =>
              job.again === null ? (
                <StatusTag words={jobWords.dead} tone="danger" />
              ) : (
                <StatusTag words={fill(words.again, { at: showInstant(job.again) })} tone="warn" />
              ),
          },
          { title: words.attempts, dataIndex: 'attempts', align: 'right' },
          { title: words.planned, render: (_: unknown, job) => showInstant(job.plannedAt) },
          {
            title: words.error,
            render: (_: unknown, job) => <code className="small">{job.error}</code>,
          },
          { title: words.acts, render: (_: unknown, job) => <Decide job={job} /> },
        ]}
      />
    </div>
  )
}

// a refusal stands below the buttons
const press = (act: Promise<unknown>) => void act.catch(() => undefined)

function Decide({ job }: { job: Failed }) {
  const words = useWords(jobWords)
  const retry = useAct(retryJobDoor, [jobsDoor])
  const drop = useAct(dropJobDoor, [jobsDoor])
  if (job.again !== null) return null
  const input = { params: { id: job.id } }
  const refused = retry.error ?? drop.error
  return (
    <div className="jobs-acts">
      <Button size="small" loading={retry.busy} onClick={() => press(retry.run(input))}>
        {words.retry}
      </Button>
      <Popconfirm
        title={words.dropSure}
        description={words.dropText}
        okText={words.drop}
        okButtonProps={{ danger: true }}
        onConfirm={() => press(drop.run(input))}
      >
        <Button size="small" danger loading={drop.busy}>
          {words.drop}
        </Button>
      </Popconfirm>
      {refused && <Refusal error={refused} />}
    </div>
  )
}

function Counts({ counts }: { counts: readonly Count[] }) {
  const words = useWords(jobWords)
  const word = useWord()
  return (
    <div className="card jobs-table">
      <Table<Count>
        dataSource={[...counts]}
        rowKey="name"
        size="middle"
        pagination={false}
        columns={[
          { title: words.job, render: (_: unknown, count) => word(count.title) },
          { title: words.waiting, dataIndex: 'waiting', align: 'right' },
          { title: words.running, dataIndex: 'running', align: 'right' },
          { title: words.retrying, dataIndex: 'retrying', align: 'right' },
          {
            title: words.next,
            render: (_: unknown, { next }) => (next === null ? '—' : showInstant(next)),
          },
        ]}
      />
    </div>
  )
}
