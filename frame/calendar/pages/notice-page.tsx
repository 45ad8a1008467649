import { useNavigate } from '@tanstack/react-router'
import { App } from 'antd'
import { useState } from 'react'
import { usePathParam } from '#shell/address.ts'
import { fill, useWords } from '#shell/language.tsx'
import { Fault } from '#shell/parts/fault.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { Waiting } from '#shell/parts/waiting.tsx'
import { useRead } from '#shell/query.ts'
import { historyDoor } from '../doors.ts'
import { editWords } from '../labels.ts'
import type { YearNotice } from '../year-notice.ts'
import { NoticeForm } from './notice-form.tsx'
import './settings.css'

/** The editor of one year's notice: a new one, or the one in force to be corrected. */
export function NoticePage() {
  const words = useWords(editWords)
  const year = Number(usePathParam('year'))
  const navigate = useNavigate()
  const { message } = App.useApp()
  const read = useRead(historyDoor, {})
  // The version one began with stays: what somebody else does meanwhile must be told, not passed over.
  const [seen, setSeen] = useState<number | null>(null)
  if (seen === null && read.data) setSeen(read.data.version)
  const old = read.data?.notices.find((stored) => stored.notice.year === year)
  return (
    <>
      <PageHead title={fill(words.noticeTitle, { n: year })} hint={words.previewFirst} />
      {read.error && <Fault error={read.error} retry={() => void read.refetch()} />}
      {read.isPending && <Waiting />}
      {read.data && seen !== null && (
        <NoticeForm
          year={year}
          seen={seen}
          initial={old?.notice ?? emptyNotice(year)}
          correcting={old !== undefined}
          done={() => {
            void message.success(words.done)
            void navigate({ to: '/settings/calendar' })
          }}
        />
      )}
    </>
  )
}

function emptyNotice(year: number): YearNotice {
  return { year, title: '', number: '', issuedOn: '', url: '', holidays: [] }
}
